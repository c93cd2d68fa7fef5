/** Takes a stream apart into pieces of known length, without holding more of it than the piece or chunk at hand. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>
  #left: Buffer = Buffer.alloc(0)

  constructor(content: AsyncIterable<Buffer>) {
    this.#chunks = content[Symbol.asyncIterator]()
  }

  /** The next bytes as one piece. @throws Error if there are fewer */
  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for await (const part of this.pass(length)) parts.push(part)
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
  }

  /** The next bytes in chunks as they come. @throws Error if there are fewer */
  async *pass(length: number): AsyncGenerator<Buffer> {
    let missing = length
    while (missing > 0) {
      if (this.#left.length === 0) await this.#fill()
      const part = this.#left.subarray(0, missing)
      this.#left = this.#left.subarray(part.length)
      missing -= part.length
      yield part
    }
  }

  /** Whoever gives the bytes has to come to their end too: only then it knows that they are whole. @throws Error if there are more */
  async end(): Promise<void> {
    const { done } = await this.#chunks.next()
    if (done !== true || this.#left.length > 0) throw new Error('the file goes on after its end')
  }

  /** Lets go of the bytes that are not needed any more. */
  async close(): Promise<void> {
    await this.#chunks.return?.()
  }

  async #fill(): Promise<void> {
    const { value, done } = await this.#chunks.next()
    if (done === true) throw new Error('the file ends too early')
    this.#left = value
  }
}
