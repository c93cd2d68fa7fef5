import { open, type FileHandle } from 'node:fs/promises'
import { headerBytes, headerOf, newSalt } from './encrypted-format.js'
import type { LentFile } from './lent-file.js'
import type { LentPlace } from './lent-place.js'
import { fileKeyOf, type StoreKey } from './store-keys.js'
import { writeChunks, type Content, type StoredFile } from './write-chunks.js'

/**
 * Encrypts content into a new file as it comes, a chunk at a time. When this resolves, the file survives a power cut.
 * @throws Error if the file is there already, or if the content breaks off: then the file is not whole
 */
export const writeEncrypted = (path: string, key: StoreKey, content: Content): Promise<StoredFile> =>
  writeLasting(path, key, (file, fileKey) => writeChunks(file, fileKey, content))

/** The same where someone else writes the content, with the key of this one file. */
export const encryptedBy = (
  path: string,
  key: StoreKey,
  write: (place: LentPlace) => Promise<StoredFile>,
): Promise<StoredFile> =>
  writeLasting(path, key, (_file, fileKey) => write({ path, key: fileKey.toString('base64') }))

/** The same for a file that nobody needs after a power cut, lent to whoever asked for it. */
export const writePassing = (path: string, key: StoreKey, content: Content): Promise<PassingFile> =>
  writeNew(path, async (file) => {
    const { stored, fileKey } = await encryptInto(file, key, (fileKey) => writeChunks(file, fileKey, content))
    return { path, key: fileKey.toString('base64'), ...stored }
  })

export type PassingFile = LentFile & StoredFile

const writeLasting = (
  path: string,
  key: StoreKey,
  write: (file: FileHandle, fileKey: Buffer) => Promise<StoredFile>,
): Promise<StoredFile> =>
  writeNew(path, async (file) => {
    const { stored } = await encryptInto(file, key, (fileKey) => write(file, fileKey))
    await file.sync()
    return stored
  })

async function writeNew<T>(path: string, write: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, 'wx', 0o600)
  try {
    return await write(file)
  } finally {
    await file.close()
  }
}

async function encryptInto(
  file: FileHandle,
  key: StoreKey,
  write: (fileKey: Buffer) => Promise<StoredFile>,
): Promise<{ stored: StoredFile; fileKey: Buffer }> {
  const salt = newSalt()
  const fileKey = fileKeyOf(key, salt)
  const stored = await write(fileKey)
  await file.write(headerOf(key.id, salt, fileKey, stored.sha256), 0, headerBytes, 0)
  return { stored, fileKey }
}
