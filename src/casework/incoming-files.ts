import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Inject, Injectable } from '@nestjs/common'
import type { RunningConfig } from '../config.js'
import { CONFIG } from '../platform/config.token.js'
import { olderThan } from '../platform/file-store.js'
import { storeKeyFrom } from '../platform/store-keys.js'
import { type PassingFile, writePassing } from '../platform/write-encrypted.js'
import { signatureLength } from './media-type.js'

/** A file on its way in, not yet part of any case; lent to whoever looks at it. */
export interface IncomingFile extends PassingFile {
  /** As many bytes from its start as decide what it is. */
  readonly start: Uint8Array
}

/**
 * Receives files beside the file store, so that nothing unexamined is ever in it. They are encrypted with a key that
 * is nowhere but in memory: what a crash leaves behind can be read by nobody.
 */
@Injectable()
export class IncomingFiles {
  private readonly folder: string
  private readonly key = storeKeyFrom(randomBytes(32))

  constructor(@Inject(CONFIG) config: RunningConfig) {
    this.folder = join(config.dataDir, 'incoming')
  }

  async receive(content: Readable): Promise<IncomingFile> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 })
    const path = join(this.folder, randomUUID())
    const start = new StartOf(content)
    try {
      return { ...(await writePassing(path, this.key, start)), start: start.bytes }
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
}

/** Lets content through and remembers how it began. */
class StartOf {
  bytes = Buffer.alloc(0)

  constructor(private readonly content: AsyncIterable<Uint8Array>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.content) {
      if (this.bytes.length < signatureLength)
        this.bytes = Buffer.concat([this.bytes, chunk]).subarray(0, signatureLength)
      yield chunk
    }
  }
}
