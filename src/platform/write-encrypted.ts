import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { chunkBytes, headerBytes, headerOf, newSalt, encryptChunk } from './encrypted-format.js'
import type { LentFile } from './lent-file.js'
import { fileKeyOf, type StoreKey } from './store-keys.js'

export interface StoredFile {
  /** Hexadecimal; the name of the file. */
  readonly sha256: string
  readonly bytes: number
}

export type Content = Uint8Array | AsyncIterable<Uint8Array>

/** One way to the disk for so many. */
const chunksAtOnce = 4

/**
 * Encrypts content into a new file as it comes, a chunk at a time. When this resolves, the file survives a power cut.
 * @throws Error if the file is there already, or if the content breaks off: then the file is not whole
 */
export const writeEncrypted = (path: string, key: StoreKey, content: Content): Promise<StoredFile> =>
  writeNew(path, async (file) => {
    const { stored } = await encryptInto(file, key, content)
    await file.sync()
    return stored
  })

/** The same for a file that nobody needs after a power cut, lent to whoever asked for it. */
export const writePassing = (path: string, key: StoreKey, content: Content): Promise<PassingFile> =>
  writeNew(path, async (file) => {
    const { stored, fileKey } = await encryptInto(file, key, content)
    return { path, key: fileKey.toString('base64'), ...stored }
  })

export type PassingFile = LentFile & StoredFile

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
  content: Content,
): Promise<{ stored: StoredFile; fileKey: Buffer }> {
  const salt = newSalt()
  const fileKey = fileKeyOf(key, salt)
  const stored = await writeChunks(file, fileKey, content)
  await file.write(headerOf(key.id, salt, fileKey, stored.sha256), 0, headerBytes, 0)
  return { stored, fileKey }
}

async function writeChunks(file: FileHandle, fileKey: Buffer, content: Content): Promise<StoredFile> {
  const hash = createHash('sha256')
  let index = 0
  let bytes = 0
  let at = headerBytes
  let waiting: Buffer[] = []
  for await (const { chunk, isLast } of chunksOf(content)) {
    hash.update(chunk)
    bytes += chunk.length
    waiting.push(...encryptChunk(fileKey, index++, isLast, chunk))
    if (!isLast && index % chunksAtOnce !== 0) continue
    at += await writeAll(file, waiting, at)
    waiting = []
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** On a full disk a part is written without an error. */
async function writeAll(file: FileHandle, parts: Buffer[], at: number): Promise<number> {
  const { bytesWritten } = await file.writev(parts, at)
  if (bytesWritten < parts.reduce((sum, { length }) => sum + length, 0))
    throw new Error('Only a part of the file could be written: is the disk full?')
  return bytesWritten
}

/** Content in chunks of the size of the format, at least one. A chunk is good until the next is asked for. */
async function* chunksOf(content: Content): AsyncGenerator<{ chunk: Buffer; isLast: boolean }> {
  const room = Buffer.allocUnsafe(chunkBytes)
  let filled = 0
  for await (const piece of content instanceof Uint8Array ? [content] : content) {
    for (let taken = 0; taken < piece.length;) {
      if (filled === chunkBytes) {
        yield { chunk: room, isLast: false }
        filled = 0
      }
      const part = piece.subarray(taken, taken + chunkBytes - filled)
      room.set(part, filled)
      filled += part.length
      taken += part.length
    }
  }
  yield { chunk: room.subarray(0, filled), isLast: true }
}
