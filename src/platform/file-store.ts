import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { Inject, Injectable } from '@nestjs/common'
import type { Config } from '../config.js'
import { CONFIG } from './config.token.js'
import { DamagedFile } from './damaged-file.js'
import { findStored } from './find-stored.js'
import { contentOf, type LentFile } from './lent-file.js'
import { encryptedSuffix, storeFolderOf, StoreKeyRing } from './store-key-ring.js'
import { storeNameOf } from './store-keys.js'
import { syncFolder } from './sync-folder.js'
import type { LentPlace } from './lent-place.js'
import type { Content, StoredFile } from './write-chunks.js'
import { encryptedBy, writeEncrypted } from './write-encrypted.js'

export type { StoredFile } from './write-chunks.js'

/**
 * Files under the hash of their bytes, encrypted. A file is whole and on the disk before it has its name, so a name that
 * is there can be trusted; the same bytes twice are one file.
 */
@Injectable()
export class FileStore {
  private readonly folder: string

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly ring: StoreKeyRing = new StoreKeyRing(config),
  ) {
    this.folder = storeFolderOf(config)
  }

  /** Keeps the bytes; when this resolves, they survive a power cut. */
  put(content: Content): Promise<StoredFile> {
    return this.receive((path) => writeEncrypted(path, this.ring.first, content))
  }

  /** The same for what another process writes, so that the bytes do not pass through this one. */
  putBy(write: (place: LentPlace) => Promise<StoredFile>): Promise<StoredFile> {
    return this.receive((path) => encryptedBy(path, this.ring.first, write))
  }

  private async receive(write: (path: string) => Promise<StoredFile>): Promise<StoredFile> {
    const incoming = join(this.folder, 'incoming', randomUUID())
    await mkdir(dirname(incoming), { recursive: true, mode: 0o700 })
    try {
      const stored = await write(incoming)
      await this.giveName(incoming, stored.sha256)
      return stored
    } finally {
      await rm(incoming, { force: true })
    }
  }

  /** The bytes as they come. It breaks with `DamagedFile` at the place where they are not what was stored. */
  stream(sha256: string): Readable {
    return Readable.from(this.content(sha256), { objectMode: false })
  }

  /** For a child, which gets no more of the store than this. @throws DamagedFile if it is missing or cannot be opened */
  async lend(sha256: string): Promise<LentFile> {
    for (const path of this.pathsOf(sha256)) {
      const found = await findStored(path, this.ring)
      if (found === null) continue
      if (found.file.sha256 !== sha256) throw new DamagedFile(sha256, 'is another file')
      return found.file
    }
    throw new DamagedFile(sha256, 'is missing')
  }

  /** Reads the file to its end. */
  async isWhole(sha256: string): Promise<boolean> {
    try {
      for await (const _ of this.content(sha256));
      return true
    } catch (error) {
      if (error instanceof DamagedFile) return false
      throw error
    }
  }

  /** Takes it away at once, for whoever just put it: `removePutBefore` is for what others may put meanwhile. */
  async remove(sha256: string): Promise<void> {
    for (const path of this.pathsOf(sha256)) await rm(path, { force: true })
  }

  /** Every name that a file can have in the folder: encrypted with one of our keys, the newest first, or as it came. */
  fileNamesOf(sha256: string): string[] {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not the name of a stored file.')
    return [...this.ring.keys.map((key) => `${storeNameOf(key, sha256)}${encryptedSuffix}`), sha256]
  }

  /**
   * The hashes of files that were last put before this instant, but for those under one of these names. Some at a time,
   * and only they are opened: what most files are shows in their names.
   */
  async *putBefore(instant: Date, known: ReadonlySet<string> = new Set()): AsyncGenerator<string[]> {
    for (const folder of await readdir(this.folder)) {
      if (!/^[0-9a-f]{2}$/.test(folder)) continue
      const isUnknown = (name: string) => isStored(name) && !known.has(name)
      const hashes = new Set<string>()
      for (const path of await olderThan(instant, join(this.folder, folder), isUnknown)) {
        const sha256 = await this.hashAt(path)
        if (sha256 !== null) hashes.add(sha256)
      }
      if (hashes.size > 0) yield [...hashes]
    }
  }

  /**
   * Removes a file unless it is put again in this very moment: it is moved aside first, looked at, and moved back if it
   * is young.
   */
  async removePutBefore(instant: Date, sha256: string): Promise<void> {
    for (const path of this.pathsOf(sha256)) {
      const aside = join(this.folder, 'incoming', randomUUID())
      await mkdir(dirname(aside), { recursive: true, mode: 0o700 })
      if (!(await isMoved(path, aside))) continue
      await ((await stat(aside)).mtime < instant ? rm(aside) : rename(aside, path))
    }
  }

  /** Removes what never became a file, because the program ended while it came in. */
  async removeUnfinished(instant: Date): Promise<void> {
    for (const path of await olderThan(instant, join(this.folder, 'incoming')))
      await rm(path, { force: true })
  }

  private pathsOf(sha256: string): string[] {
    return this.fileNamesOf(sha256).map((name) => join(this.folder, name.slice(0, 2), name))
  }

  private async *content(sha256: string): AsyncGenerator<Buffer> {
    yield* contentOf(await this.lend(sha256))
  }

  /** One that is there and whole stays: whoever was lent it reads on with its key. */
  private async giveName(incoming: string, sha256: string): Promise<void> {
    const path = this.pathsOf(sha256)[0]!
    if ((await isRenewed(path)) && (await this.isWhole(sha256))) return
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await rename(incoming, path)
    await syncFolder(dirname(path))
  }

  /** What cannot be opened has no hash that we know, and is left alone. */
  private async hashAt(path: string): Promise<string | null> {
    try {
      return (await findStored(path, this.ring))?.file.sha256 ?? null
    } catch (error) {
      if (error instanceof DamagedFile) return null
      throw error
    }
  }
}

/** Whether this is a file of the store, and not one on its way in. */
export const isStored = (path: string): boolean => /(^|[/\\])[0-9a-f]{64}(\.enc)?$/.test(path)

/** Marks the file as put just now; false if there is none. */
const isRenewed = (path: string): Promise<boolean> => isThere(utimes(path, new Date(), new Date()))

const isMoved = (path: string, to: string): Promise<boolean> => isThere(rename(path, to))

async function isThere(act: Promise<void>): Promise<boolean> {
  try {
    await act
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

/** The files in a folder and below, of those that are meant, whose bytes were written before this instant. */
export async function olderThan(
  instant: Date,
  folder: string,
  isMeant: (name: string) => boolean = () => true,
): Promise<string[]> {
  const older: string[] = []
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const written = entry.isFile() && isMeant(entry.name) ? await stat(path).catch(() => null) : null
    if (written !== null && written.mtime < instant) older.push(path)
  }
  return older
}
