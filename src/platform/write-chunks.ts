import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { chunkBytes, encryptChunk, headerBytes } from './encrypted-format.js'

export interface StoredFile {
  /** Hexadecimal; the name of the file. */
  readonly sha256: string
  readonly bytes: number
}

export type Content = Uint8Array | AsyncIterable<Uint8Array>

/** How chunks become what lies on the disk. */
interface Packing {
  /** Where the first begins. */
  readonly start: number
  readonly chunkBytes: number
  /** One way to the disk for so many: each way costs as much time as half a megabyte. */
  readonly atOnce: number
  pack(index: number, isLast: boolean, chunk: Buffer): Buffer[]
}

const asItIs: Packing = {
  start: 0,
  chunkBytes: 262_144,
  atOnce: 1,
  pack: (_index, _isLast, chunk) => [chunk],
}

const encryptedWith = (fileKey: Buffer): Packing => ({
  start: headerBytes,
  chunkBytes,
  atOnce: 16,
  pack: (index, isLast, chunk) => encryptChunk(fileKey, index, isLast, chunk),
})

/**
 * Writes content into an open file as it comes, a chunk at a time: encrypted, behind the room for its header, or as it is.
 * @throws Error if the content breaks off or the disk is full: then the file is not whole
 */
export async function writeChunks(
  file: FileHandle,
  fileKey: Buffer | null,
  content: Content,
): Promise<StoredFile> {
  const { start, chunkBytes, atOnce, pack } = fileKey === null ? asItIs : encryptedWith(fileKey)
  const hash = createHash('sha256')
  let index = 0
  let bytes = 0
  let at = start
  let waiting: Buffer[] = []
  for await (const { chunk, isLast } of chunksOf(content, chunkBytes)) {
    hash.update(chunk)
    bytes += chunk.length
    waiting.push(...pack(index++, isLast, chunk))
    if (!isLast && index % atOnce !== 0) continue
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

/** Content in chunks of this size, at least one; the last may be shorter. A chunk is good until the next is asked for. */
async function* chunksOf(content: Content, size: number): AsyncGenerator<{ chunk: Buffer; isLast: boolean }> {
  const room = Buffer.allocUnsafe(size)
  let filled = 0
  for await (const piece of content instanceof Uint8Array ? [content] : content) {
    for (let taken = 0; taken < piece.length;) {
      if (filled === size) {
        yield { chunk: room, isLast: false }
        filled = 0
      }
      const part = piece.subarray(taken, taken + size - filled)
      room.set(part, filled)
      filled += part.length
      taken += part.length
    }
  }
  yield { chunk: room.subarray(0, filled), isLast: true }
}
