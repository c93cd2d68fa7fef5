/** A few places, given in the order in which they were asked for. */
export class Places {
  readonly #waiting: (() => void)[] = []

  constructor(private free: number) {}

  /** Does the work when there is a place for it. */
  async *with<T>(work: () => AsyncIterable<T>): AsyncGenerator<T, void> {
    await this.#turn()
    try {
      yield* work()
    } finally {
      // It is handed on to the next in line, so none is ever lost.
      const next = this.#waiting.shift()
      if (next === undefined) this.free++
      else next()
    }
  }

  async #turn(): Promise<void> {
    if (this.free > 0) this.free--
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }
}
