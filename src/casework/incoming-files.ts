import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'
import { Inject, Injectable } from '@nestjs/common'
import type { RunningConfig } from '../config.js'
import { CONFIG } from '../platform/config.token.js'
import { olderThan } from '../platform/file-store.js'
import { signatureLength } from './media-type.js'

/** A file on its way in, not yet part of any case. */
export interface IncomingFile {
  readonly path: string
  readonly bytes: number
  /** As many bytes from its start as decide what it is. */
  readonly start: Uint8Array
}

/** Receives files beside the file store, so that nothing unexamined is ever in it. */
@Injectable()
export class IncomingFiles {
  private readonly folder: string

  constructor(@Inject(CONFIG) config: RunningConfig) {
    this.folder = join(config.dataDir, 'incoming')
  }

  async receive(content: Readable): Promise<IncomingFile> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 })
    const path = join(this.folder, randomUUID())
    try {
      await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
      return { path, ...(await this.look(path)) }
    } catch (error) {
      await this.discard(path)
      throw error
    }
  }

  async discard(path: string): Promise<void> {
    await rm(path, { force: true })
  }

  /** Removes what the program ended over while it came in or was examined. */
  async removeUnfinished(instant: Date): Promise<void> {
    for (const path of await olderThan(instant, this.folder)) await this.discard(path)
  }

  private async look(path: string): Promise<Omit<IncomingFile, 'path'>> {
    const file = await open(path, 'r')
    try {
      const { size } = await file.stat()
      const { buffer, bytesRead } = await file.read(Buffer.alloc(signatureLength), 0, signatureLength, 0)
      return { bytes: size, start: buffer.subarray(0, bytesRead) }
    } finally {
      await file.close()
    }
  }
}
