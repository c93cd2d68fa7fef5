import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { DamagedFile } from './damaged-file.js'
import { decryptChunk, encryptedChunkBytes, headerBytes } from './encrypted-format.js'

/** One look at the disk for so many: each costs as much time as half a megabyte. */
const chunksAtOnce = 16
const bytesAtOnce = 262_144

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

/** The same, for whoever wants no stream. */
export async function* contentOf(lent: LentFile): AsyncGenerator<Buffer, void> {
  const file = await opening(lent)
  try {
    if (lent.key === undefined) yield* checkedChunks(lent, file)
    else yield* decryptedChunks(lent, file, Buffer.from(lent.key, 'base64'))
  } finally {
    await file.close()
  }
}

/** Of a file that lies as it came. An encrypted one needs no hash: each of its chunks opens only as it was stored. */
async function* checkedChunks(lent: LentFile, file: FileHandle): AsyncGenerator<Buffer, void> {
  const hash = createHash('sha256')
  for await (const chunk of file.createReadStream({
    autoClose: false,
    highWaterMark: bytesAtOnce,
  }) as AsyncIterable<Buffer>) {
    if (lent.sha256 !== undefined) hash.update(chunk)
    yield chunk
  }
  if (lent.sha256 !== undefined && hash.digest('hex') !== lent.sha256)
    throw damaged(lent, 'has other content than its name')
}

async function* decryptedChunks(lent: LentFile, file: FileHandle, key: Buffer): AsyncGenerator<Buffer, void> {
  const { size } = await file.stat()
  const count = Math.ceil((size - headerBytes) / encryptedChunkBytes)
  if (count < 1) throw damaged(lent, 'has no content')
  const room = Buffer.allocUnsafe(chunksAtOnce * encryptedChunkBytes)
  for (let index = 0; index < count; index++) {
    const place = index % chunksAtOnce
    if (place === 0) await file.read(room, 0, room.length, headerBytes + index * encryptedChunkBytes)
    const isLast = index === count - 1
    const length = isLast ? size - headerBytes - index * encryptedChunkBytes : encryptedChunkBytes
    const begin = place * encryptedChunkBytes
    const content = decrypted(lent, key, index, isLast, room.subarray(begin, begin + length))
    if (content.length > 0) yield content
  }
}

function decrypted(lent: LentFile, key: Buffer, index: number, isLast: boolean, chunk: Buffer): Buffer {
  try {
    return decryptChunk(key, index, isLast, chunk)
  } catch {
    throw damaged(lent, `chunk ${index} was altered, cut or moved`)
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
