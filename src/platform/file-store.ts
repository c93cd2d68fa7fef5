import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Inject, Injectable } from '@nestjs/common'
import type { Config } from '../config.js'
import { CONFIG } from './config.token.js'
import type { LentFile } from './lent-file.js'

export interface StoredFile {
  /** Hexadecimal; the name of the file. */
  readonly sha256: string
  readonly bytes: number
}

/**
 * Files under the hash of their bytes. A file is whole and on the disk before it has its name, so a name that is
 * there can be trusted; the same bytes twice are one file.
 */
@Injectable()
export class FileStore {
  private readonly folder: string

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = join(config.dataDir, 'files')
  }

  /** Keeps the bytes; when this resolves, they survive a power cut. */
  async put(content: Uint8Array | AsyncIterable<Uint8Array>): Promise<StoredFile> {
    const incoming = join(this.folder, 'incoming', randomUUID())
    try {
      const stored = await this.write(incoming, content)
      const path = this.pathOf(stored.sha256)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await rename(incoming, path)
      await syncFolder(dirname(path))
      return stored
    } catch (error) {
      await rm(incoming, { force: true })
      throw error
    }
  }

  read(sha256: string): Promise<Buffer> {
    return readFile(this.pathOf(sha256))
  }

  stream(sha256: string): ReadStream {
    return createReadStream(this.pathOf(sha256))
  }

  /** For a child, which gets no more of the store than this. */
  lend(sha256: string): LentFile {
    return { path: this.pathOf(sha256) }
  }

  private pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not the name of a stored file.')
    return join(this.folder, sha256.slice(0, 2), sha256)
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true })
  }

  /** The names of files that were last put before this instant, and were not put again since. */
  async putBefore(instant: Date): Promise<string[]> {
    const paths = await olderThan(instant, this.folder)
    return paths.map((path) => basename(path)).filter((name) => /^[0-9a-f]{64}$/.test(name))
  }

  /**
   * Removes a file unless it is put again in this very moment: it is moved aside first, looked at, and moved back if it
   * is young.
   */
  async removePutBefore(instant: Date, sha256: string): Promise<void> {
    const aside = join(this.folder, 'incoming', randomUUID())
    await rename(this.pathOf(sha256), aside)
    await ((await stat(aside)).mtime < instant ? rm(aside) : rename(aside, this.pathOf(sha256)))
  }

  /** Removes what never became a file, because the program ended while it came in. */
  async removeUnfinished(instant: Date): Promise<void> {
    for (const path of await olderThan(instant, join(this.folder, 'incoming')))
      await rm(path, { force: true })
  }

  private async write(path: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<StoredFile> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const file = await open(path, 'wx', 0o600)
    const hash = createHash('sha256')
    let bytes = 0
    try {
      for await (const chunk of content instanceof Uint8Array ? [content] : content) {
        hash.update(chunk)
        bytes += chunk.byteLength
        await file.write(chunk)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    return { sha256: hash.digest('hex'), bytes }
  }
}

/** The files in a folder and below whose bytes were written before this instant. */
export async function olderThan(instant: Date, folder: string): Promise<string[]> {
  const older: string[] = []
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const written = entry.isFile() ? await stat(path).catch(() => null) : null
    if (written !== null && written.mtime < instant) older.push(path)
  }
  return older
}

/** The rename itself is on the disk only once the folder is. Windows cannot open folders, and need not. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
