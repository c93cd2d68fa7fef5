/** Takes content apart into pieces of known length, without holding more of it than the piece at hand. */
export class ByteReader {
  readonly #pieces: Iterator<Buffer>
  #left: Buffer = Buffer.alloc(0)

  /** @param content each piece has to be good only until the next is asked for */
  constructor(content: Iterable<Buffer>) {
    this.#pieces = content[Symbol.iterator]()
  }

  /** The next bytes as one piece of their own. @throws Error if there are fewer */
  take(length: number): Buffer {
    const taken = Buffer.allocUnsafe(length)
    let filled = 0
    for (const part of this.pass(length)) filled += part.copy(taken, filled)
    return taken
  }

  /** The next bytes in pieces as they come. @throws Error if there are fewer */
  *pass(length: number): Generator<Buffer, void> {
    let missing = length
    while (missing > 0) {
      if (this.#left.length === 0) this.#fill()
      const part = this.#left.subarray(0, missing)
      this.#left = this.#left.subarray(part.length)
      missing -= part.length
      yield part
    }
  }

  /** Whoever gives the bytes has to come to their end too: only then it knows that they are whole. @throws Error if there are more */
  end(): void {
    const { done } = this.#pieces.next()
    if (done !== true || this.#left.length > 0) throw new Error('the file goes on after its end')
  }

  /** Lets go of the bytes that are not needed any more. */
  close(): void {
    this.#pieces.return?.()
  }

  #fill(): void {
    const { value, done } = this.#pieces.next()
    if (done === true) throw new Error('the file ends too early')
    this.#left = value
  }
}
