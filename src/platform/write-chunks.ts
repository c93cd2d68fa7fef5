import { createHash, type Hash } from 'node:crypto'
import { writevSync } from 'node:fs'
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

/** What is to be written there; good until more content is given. */
interface Load {
  readonly parts: Buffer[]
  readonly at: number
}

/** Makes content that comes in pieces into what lies on the disk: encrypted, behind room for its header, or as it is. */
class Packer {
  bytes = 0
  readonly #hash = createHash('sha256')
  readonly #packing: Packing
  readonly #room: Buffer
  #filled = 0
  #index = 0
  #at: number
  #waiting: Buffer[] = []

  constructor(fileKey: Buffer | null) {
    this.#packing = fileKey === null ? asItIs : encryptedWith(fileKey)
    this.#room = Buffer.allocUnsafe(this.#packing.chunkBytes)
    this.#at = this.#packing.start
  }

  *add(piece: Uint8Array): Generator<Load, void> {
    for (let taken = 0; taken < piece.length;) {
      // A full one waits for more, because the last is packed in another way.
      if (this.#filled === this.#room.length) {
        this.#pack(false)
        if (this.#index % this.#packing.atOnce === 0) yield this.#load()
      }
      const part = piece.subarray(taken, taken + this.#room.length - this.#filled)
      this.#room.set(part, this.#filled)
      this.#filled += part.length
      taken += part.length
    }
    this.bytes += piece.length
  }

  /** Nothing can be added any more. */
  end(): Load & { readonly stored: StoredFile } {
    this.#pack(true)
    return { ...this.#load(), stored: { sha256: this.#hash.digest('hex'), bytes: this.bytes } }
  }

  /** Of all that was added; others may go on with it. */
  hash(): Hash {
    return this.#hash.copy().update(this.#room.subarray(0, this.#filled))
  }

  #pack(isLast: boolean): void {
    const chunk = this.#room.subarray(0, this.#filled)
    this.#hash.update(chunk)
    this.#waiting.push(...this.#packing.pack(this.#index++, isLast, chunk))
    this.#filled = 0
  }

  #load(): Load {
    const load = { parts: this.#waiting, at: this.#at }
    this.#at += lengthOf(load)
    this.#waiting = []
    return load
  }
}

/**
 * Writes content into an open file as it comes, a chunk at a time: encrypted, behind the room for its header, or as it is.
 * @throws Error if the content breaks off or the disk is full: then the file is not whole
 */
export async function writeChunks(
  file: FileHandle,
  fileKey: Buffer | null,
  content: Content,
): Promise<StoredFile> {
  const packer = new Packer(fileKey)
  for await (const piece of content instanceof Uint8Array ? [content] : content)
    for (const load of packer.add(piece)) await write(file, load)
  const end = packer.end()
  await write(file, end)
  return end.stored
}

const write = async (file: FileHandle, load: Load): Promise<void> =>
  refusePart(load, (await file.writev(load.parts, load.at)).bytesWritten)

/** The same into a file that lies open, for a process that does nothing else: it writes at once, and nothing waits. */
export class ChunkWriter {
  readonly #packer: Packer

  /** @param fd of the file; whoever opened it closes it */
  constructor(
    private readonly fd: number,
    fileKey: Buffer | null,
  ) {
    this.#packer = new Packer(fileKey)
  }

  /** How many were given. */
  get bytes(): number {
    return this.#packer.bytes
  }

  /** Of all that was given; others may go on with it. */
  hash(): Hash {
    return this.#packer.hash()
  }

  /** The bytes may be used for something else afterwards. @throws Error if the disk is full */
  write(piece: Uint8Array): void {
    for (const load of this.#packer.add(piece)) this.#write(load)
  }

  /** @throws Error if the disk is full */
  end(): StoredFile {
    const end = this.#packer.end()
    this.#write(end)
    return end.stored
  }

  #write(load: Load): void {
    refusePart(load, writevSync(this.fd, load.parts, load.at))
  }
}

/** On a full disk a part is written without an error. */
function refusePart(load: Load, bytesWritten: number): void {
  if (bytesWritten < lengthOf(load))
    throw Object.assign(new Error('Only a part of the file could be written: is the disk full?'), {
      code: 'ENOSPC',
    })
}

const lengthOf = ({ parts }: Load): number => parts.reduce((sum, { length }) => sum + length, 0)
