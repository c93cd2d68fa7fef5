import { randomBytes, type Hash } from 'node:crypto'
import type { Write } from '../paper/open-document.js'
import { beginOf, contentsLength, fillContents, fillRange } from './placeholder.js'

/** What comes after the room for the signature: the table of objects, twenty bytes for each. */
const mostHeldBack = 64_000_000

/** Gives the signature (CMS, DER) over these bytes, of which it is told the SHA-256. */
export type Sign = (digest: Uint8Array) => Promise<Uint8Array>

/** Where a sealed file is written. */
interface SealedOut {
  readonly write: Write
  /** How many were written. */
  readonly bytes: number
  /** SHA-256 of all that was written; others may go on with it. */
  hash(): Hash
}

/**
 * Seals a file while it is written: only its end is held back, from the room for the signature on.
 * @param make writes the file, with this mark (hexadecimal) at the beginning of the room
 * @throws Error if there is no such room, and then nothing whole was written
 */
export async function writeSealed(
  out: SealedOut,
  sign: Sign,
  make: (mark: string, write: Write) => void,
): Promise<void> {
  // New for each file, so that nothing in a scan can pass for the room.
  const mark = randomBytes(32).toString('hex')
  const parts = new PartsAround(beginOf(mark), (bytes) => out.write(bytes))
  make(mark, (bytes) => parts.take(bytes))
  const end = parts.end()
  fillRange(end, out.bytes)
  const digest = out.hash().update(end.subarray(contentsLength)).digest()
  fillContents(end, await sign(digest))
  out.write(end)
}

/** Tells what comes before a mark from what comes after, wherever the pieces end. */
class PartsAround {
  /** Could be the first half of the mark. */
  #held: Buffer = Buffer.alloc(0)
  readonly #end: Buffer[] = []
  #endBytes = 0

  /** @param before is given what surely stands before the mark */
  constructor(
    private readonly mark: Buffer,
    private readonly before: Write,
  ) {}

  take(piece: Uint8Array): void {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.length)
    if (this.#end.length > 0) this.#keep(bytes)
    else this.#look(bytes)
  }

  /** The mark and all after it. @throws Error if it did not come */
  end(): Buffer {
    if (this.#end.length === 0) throw new Error('the file has no room for a signature')
    return Buffer.concat(this.#end)
  }

  #look(bytes: Buffer): void {
    const across = Buffer.concat([this.#held, bytes.subarray(0, this.mark.length - 1)])
    const atHeld = across.indexOf(this.mark)
    if (atHeld !== -1) return this.#split(Buffer.concat([this.#held, bytes]), atHeld)
    const at = bytes.indexOf(this.mark)
    if (at === -1) return this.#holdBack(bytes)
    this.before(this.#held)
    this.#split(bytes, at)
  }

  #split(bytes: Buffer, at: number): void {
    this.before(bytes.subarray(0, at))
    this.#keep(bytes.subarray(at))
  }

  #keep(bytes: Buffer): void {
    this.#endBytes += bytes.length
    if (this.#endBytes > mostHeldBack) throw new Error('the end of the file is too long to be sealed')
    this.#end.push(Buffer.from(bytes))
  }

  /** Large pieces are handed on without being copied. */
  #holdBack(bytes: Buffer): void {
    const most = this.mark.length - 1
    const isLarge = bytes.length >= most
    if (isLarge) this.before(this.#held)
    const known = isLarge ? bytes : Buffer.concat([this.#held, bytes])
    const sure = Math.max(0, known.length - most)
    this.before(known.subarray(0, sure))
    this.#held = Buffer.from(known.subarray(sure))
  }
}
