import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { DamagedFile } from './damaged-file.js'
import { chunkBytes, headerBytes, decryptChunk, encryptedChunkBytes } from './encrypted-format.js'

/** A stored file as a child gets it: plain data that opens this one file and no other. Only for reading. */
export interface LentFile {
  readonly path: string
  /** The key of this file alone, in base64; none where the file lies as it came. */
  readonly key?: string
  /** Of the content, hexadecimal: what it is checked against. */
  readonly sha256?: string
}

/**
 * The bytes of the file as they come, each of them checked before it is given.
 * @throws DamagedFile at the place where the file is not what was stored
 */
export const streamOf = (file: LentFile): Readable => Readable.from(contentOf(file), { objectMode: false })

export const bytesOf = (file: LentFile): Promise<Buffer> => buffer(contentOf(file))

async function* contentOf(file: LentFile): AsyncGenerator<Buffer, void> {
  const hash = createHash('sha256')
  for await (const chunk of chunksOf(file)) {
    hash.update(chunk)
    if (chunk.length > 0) yield chunk
  }
  if (file.sha256 !== undefined && hash.digest('hex') !== file.sha256)
    throw damaged(file, 'has other content than its name')
}

const chunksOf = (file: LentFile): AsyncIterable<Buffer> =>
  file.key === undefined ? plainChunks(file) : decryptedChunks(file, file.key)

async function* decryptedChunks(file: LentFile, key: string): AsyncGenerator<Buffer> {
  const fileKey = Buffer.from(key, 'base64')
  let index = 0
  for await (const { chunk, isLast } of pieces(file, headerBytes, encryptedChunkBytes)) {
    yield decrypted(file, () => decryptChunk(fileKey, index, isLast, chunk), index)
    index++
  }
}

function decrypted(file: LentFile, open: () => Buffer, index: number): Buffer {
  try {
    return open()
  } catch {
    throw damaged(file, `chunk ${index} was altered, cut or moved`)
  }
}

async function* plainChunks(file: LentFile): AsyncGenerator<Buffer> {
  for await (const { chunk } of pieces(file, 0, chunkBytes)) yield chunk
}

/** The file from this place on in pieces of this size, at least one; only the last may be shorter. */
async function* pieces(
  lent: LentFile,
  begin: number,
  size: number,
): AsyncGenerator<{ chunk: Buffer; isLast: boolean }> {
  const file = await opening(lent)
  try {
    const { size: end } = await file.stat()
    if (end < begin) throw damaged(lent, 'is shorter than its header')
    let at = begin
    do {
      const { buffer: chunk, bytesRead } = await file.read(Buffer.allocUnsafe(size), 0, size, at)
      at += bytesRead
      // What grows or shrinks while it is read is no stored file.
      if (bytesRead < size && at !== end) throw damaged(lent, 'ends in the middle of a chunk')
      yield { chunk: chunk.subarray(0, bytesRead), isLast: at === end }
    } while (at < end)
  } finally {
    await file.close()
  }
}

async function opening(lent: LentFile): Promise<FileHandle> {
  try {
    return await open(lent.path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw damaged(lent, 'is missing')
  }
}

const damaged = ({ path, sha256 }: LentFile, what: string): DamagedFile =>
  new DamagedFile(sha256 ?? path, what)
