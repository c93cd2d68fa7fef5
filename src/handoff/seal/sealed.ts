import { createHash, randomBytes } from 'node:crypto'
import { beginOf, contentsLength, fillContents, fillRange } from './placeholder.js'

/** What comes after the room for the signature: the table of objects, twenty bytes for each. */
const mostHeldBack = 64_000_000

/** Gives the signature (CMS, DER) over these bytes, of which it is told the SHA-256. */
export type Sign = (digest: Uint8Array) => Promise<Uint8Array>

/**
 * Seals a file while it comes: its bytes are hashed and handed on, and only its end is held back, from the room for
 * the signature on.
 * @param make writes the file, with this mark (hexadecimal) at the beginning of the room
 */
export async function* sealed(
  sign: Sign,
  make: (mark: string) => AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  // New for each file, so that nothing in a scan can pass for the room.
  const mark = randomBytes(32).toString('hex')
  const parts = new PartsAround(beginOf(mark))
  const hash = createHash('sha256')
  let start = 0
  for await (const chunk of make(mark))
    for (const sure of parts.take(chunk)) {
      hash.update(sure)
      start += sure.length
      yield sure
    }
  const end = parts.end()
  fillRange(end, start)
  const digest = hash.update(end.subarray(contentsLength)).digest()
  fillContents(end, await sign(digest))
  yield end
}

/** Tells what comes before a mark from what comes after, wherever the pieces of the stream end. */
class PartsAround {
  /** Could be the first half of the mark. */
  #held: Buffer = Buffer.alloc(0)
  readonly #end: Uint8Array[] = []
  #endBytes = 0

  constructor(private readonly mark: Buffer) {}

  /** @returns what surely stands before the mark and was not given yet */
  take(chunk: Uint8Array): Buffer[] {
    if (this.#end.length > 0) return this.#keep(chunk)
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
    const across = Buffer.concat([this.#held, bytes.subarray(0, this.mark.length - 1)])
    const atHeld = across.indexOf(this.mark)
    if (atHeld !== -1) return this.#split(Buffer.concat([this.#held, bytes]), atHeld)
    const at = bytes.indexOf(this.mark)
    if (at !== -1) return [this.#held, ...this.#split(bytes, at)]
    return this.#holdBack(bytes)
  }

  /** The mark and all after it. @throws Error if it did not come */
  end(): Buffer {
    if (this.#end.length === 0) throw new Error('the file has no room for a signature')
    return Buffer.concat(this.#end)
  }

  #split(bytes: Buffer, at: number): Buffer[] {
    this.#keep(bytes.subarray(at))
    return [bytes.subarray(0, at)]
  }

  #keep(chunk: Uint8Array): Buffer[] {
    this.#endBytes += chunk.length
    if (this.#endBytes > mostHeldBack) throw new Error('the end of the file is too long to be sealed')
    this.#end.push(chunk)
    return []
  }

  /** Large pieces are handed on without being copied. */
  #holdBack(bytes: Buffer): Buffer[] {
    const most = this.mark.length - 1
    const known = bytes.length < most ? Buffer.concat([this.#held, bytes]) : bytes
    const before = known === bytes ? [this.#held] : []
    const sure = Math.max(0, known.length - most)
    this.#held = Buffer.from(known.subarray(sure))
    return [...before, known.subarray(0, sure)]
  }
}
