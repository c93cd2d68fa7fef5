import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { DamagedFile } from './damaged-file.js'
import { decryptChunk, encryptedChunkBytes, headerBytes } from './encrypted-format.js'

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
  const file = await open(lent.path, 'r').catch((error: unknown) => refuseMissing(lent, error))
  try {
    const { size } = await file.stat()
    const { start, newRoom, take, end } = unpacking(lent, size)
    for (let at = start; at < size;) {
      const room = newRoom()
      const { bytesRead } = await file.read(room, 0, room.length, at)
      if (bytesRead === 0) break
      yield* take(room.subarray(0, bytesRead))
      at += bytesRead
    }
    end()
  } finally {
    await file.close()
  }
}

/** The same for a process that does nothing else: read at once, into one room; each piece is good until the next. */
export function* piecesOf(lent: LentFile): Generator<Buffer, void> {
  const fd = opened(lent)
  try {
    const { size } = fstatSync(fd)
    const { start, newRoom, take, end } = unpacking(lent, size)
    const room = newRoom()
    for (let at = start; at < size;) {
      const bytesRead = readSync(fd, room, 0, room.length, at)
      if (bytesRead === 0) break
      yield* take(room.subarray(0, bytesRead))
      at += bytesRead
    }
    end()
  } finally {
    closeSync(fd)
  }
}

function opened(lent: LentFile): number {
  try {
    return openSync(lent.path, 'r')
  } catch (error) {
    return refuseMissing(lent, error)
  }
}

/** How what lies on the disk becomes content. */
interface Unpacking {
  /** Where it begins. */
  readonly start: number
  /** For one look at the disk, which costs as much time as half a megabyte. */
  newRoom(): Buffer
  /** What the bytes of one look say. */
  take(bytes: Buffer): Generator<Buffer, void>
  /** @throws DamagedFile if there should be more, or it was something else */
  end(): void
}

const unpacking = (lent: LentFile, size: number): Unpacking =>
  lent.key === undefined ? asItCame(lent) : encrypted(lent, Buffer.from(lent.key, 'base64'), size)

const bytesAtOnce = 1_048_576

function asItCame(lent: LentFile): Unpacking {
  const hash = lent.sha256 === undefined ? null : createHash('sha256')
  return {
    start: 0,
    newRoom: () => Buffer.allocUnsafe(bytesAtOnce),
    *take(bytes) {
      hash?.update(bytes)
      yield bytes
    },
    end() {
      if (hash !== null && hash.digest('hex') !== lent.sha256)
        throw damaged(lent, 'has other content than its name')
    },
  }
}

const chunksAtOnce = 16

/** It needs no hash: each of its chunks opens only as it was stored. */
function encrypted(lent: LentFile, key: Buffer, size: number): Unpacking {
  const count = Math.ceil((size - headerBytes) / encryptedChunkBytes)
  if (count < 1) throw damaged(lent, 'has no content')
  // Content is decrypted into memory of its own.
  const room = Buffer.allocUnsafe(chunksAtOnce * encryptedChunkBytes)
  let index = 0
  return {
    start: headerBytes,
    newRoom: () => room,
    *take(bytes) {
      for (let at = 0; at < bytes.length; at += encryptedChunkBytes) {
        const chunk = bytes.subarray(at, at + encryptedChunkBytes)
        const content = decrypted(lent, key, index, index === count - 1, chunk)
        index++
        if (content.length > 0) yield content
      }
    },
    end() {
      if (index !== count) throw damaged(lent, `chunk ${index} is missing`)
    },
  }
}

function decrypted(lent: LentFile, key: Buffer, index: number, isLast: boolean, chunk: Buffer): Buffer {
  try {
    return decryptChunk(key, index, isLast, chunk)
  } catch {
    throw damaged(lent, `chunk ${index} was altered, cut or moved`)
  }
}

function refuseMissing(lent: LentFile, error: unknown): never {
  throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? damaged(lent, 'is missing') : error
}

const damaged = ({ path, sha256 }: LentFile, what: string): DamagedFile =>
  new DamagedFile(sha256 ?? path, what)
