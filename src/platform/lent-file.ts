import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
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

/** All of them, in a place that is as large as they are: put together from pieces they took more than twice as much. */
export async function bytesOf(file: LentFile): Promise<Buffer> {
  // What lies on the disk is never shorter than the content.
  const { size } = await stat(file.path).catch((error: unknown) => refuseMissing(file, error))
  const whole = Buffer.alloc(size)
  let end = 0
  for await (const piece of contentOf(file)) end += piece.copy(whole, end)
  return whole.subarray(0, end)
}

/** The same, for whoever wants no stream. */
export async function* contentOf(lent: LentFile): AsyncGenerator<Buffer, void> {
  const file = await open(lent.path, 'r').catch((error: unknown) => refuseMissing(lent, error))
  try {
    const { size } = await file.stat()
    const { start, isCopied, take, end } = unpacking(lent, size)
    let room = newRoom()
    for (let at = start; at < size;) {
      const { bytesRead } = await file.read(room, 0, room.length, at)
      if (bytesRead === 0) break
      yield* take(room.subarray(0, bytesRead))
      at += bytesRead
      // Whoever takes the pieces of a stream may keep them.
      if (!isCopied) room = newRoom()
    }
    end()
  } finally {
    await file.close()
  }
}

/** Rooms that nothing is read into at the moment: memory that is used again costs a third of new one. */
const freeRooms: Buffer[] = []

/** The same for a process that does nothing else: read at once; each piece is good until the next is asked for. */
export function* piecesOf(lent: LentFile): Generator<Buffer, void> {
  const fd = opened(lent)
  const room = freeRooms.pop() ?? newRoom()
  try {
    const { size } = fstatSync(fd)
    const { start, take, end } = unpacking(lent, size)
    for (let at = start; at < size;) {
      const bytesRead = readSync(fd, room, 0, room.length, at)
      if (bytesRead === 0) break
      yield* take(room.subarray(0, bytesRead))
      at += bytesRead
    }
    end()
  } finally {
    freeRooms.push(room)
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

/** One look at the disk for so many: each costs as much time as half a megabyte. */
const chunksAtOnce = 16

const newRoom = (): Buffer => Buffer.allocUnsafe(chunksAtOnce * encryptedChunkBytes)

/** How what lies on the disk becomes content. */
interface Unpacking {
  /** Where it begins. */
  readonly start: number
  /** Whether what is taken has memory of its own. */
  readonly isCopied: boolean
  /** What the bytes of one look say. */
  take(bytes: Buffer): Generator<Buffer, void>
  /** @throws DamagedFile if there should be more, or it was something else */
  end(): void
}

const unpacking = (lent: LentFile, size: number): Unpacking =>
  lent.key === undefined ? asItCame(lent) : encrypted(lent, Buffer.from(lent.key, 'base64'), size)

function asItCame(lent: LentFile): Unpacking {
  const hash = lent.sha256 === undefined ? null : createHash('sha256')
  return {
    start: 0,
    isCopied: false,
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

/** It needs no hash: each of its chunks opens only as it was stored. */
function encrypted(lent: LentFile, key: Buffer, size: number): Unpacking {
  const count = Math.ceil((size - headerBytes) / encryptedChunkBytes)
  if (count < 1) throw damaged(lent, 'has no content')
  let index = 0
  return {
    start: headerBytes,
    isCopied: true,
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
