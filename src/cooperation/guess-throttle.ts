import { Injectable } from '@nestjs/common'
import { Clock } from '../platform/clock.js'

interface Failures {
  readonly count: number
  readonly waitUntil: number
}

/** For one thing, and for all things together: whoever tries one password on many names guesses as well. */
const freeTries = { one: 5, all: 30 }
const minute = 60_000
const longestWait = 15 * minute

/**
 * Slows down guessing: after five wrong tries for a thing by one guesser, or thirty for any without a right one, a
 * minute's wait, doubling up to a quarter of an hour. Kept in memory: a restart forgives.
 */
@Injectable()
export class GuessThrottle {
  private readonly failures = new Map<string, Failures>()
  private readonly queues = new Map<string, Promise<unknown>>()
  private cleanedAt = 0

  constructor(private readonly clock: Clock) {}

  /**
   * Lets the tries of a guesser in one after the other, so that many at once are no way around the wait, not even for
   * many things.
   *
   * @param guesser belongs to it so that nobody can lock out somebody else: the address a password is typed at
   * @param attempt null for a wrong guess
   * @returns what the attempt gave, or the whole minutes until the next one may be made
   */
  async attempt<T>(
    thing: string,
    guesser: string,
    attempt: () => Promise<T | null>,
  ): Promise<T | null | { readonly minutes: number }> {
    const before = this.queues.get(guesser) ?? Promise.resolve()
    const turn = before.then(() => this.judge(`${guesser} ${thing}`, guesser, attempt))
    const settled = turn.catch(() => undefined)
    this.queues.set(guesser, settled)
    try {
      return await turn
    } finally {
      if (this.queues.get(guesser) === settled) this.queues.delete(guesser)
    }
  }

  private async judge<T>(
    key: string,
    guesser: string,
    attempt: () => Promise<T | null>,
  ): Promise<T | null | { readonly minutes: number }> {
    const waiting = Math.max(this.waitFor(key), this.waitFor(guesser))
    if (waiting > 0) return { minutes: Math.ceil(waiting / minute) }
    const result = await attempt()
    if (result === null) {
      this.forgetOld()
      this.failed(key, freeTries.one)
      this.failed(guesser, freeTries.all)
    } else for (const one of [key, guesser]) this.failures.delete(one)
    return result
  }

  private waitFor(key: string): number {
    return (this.failures.get(key)?.waitUntil ?? 0) - this.now()
  }

  private failed(key: string, free: number): void {
    const count = (this.failures.get(key)?.count ?? 0) + 1
    const wait = count < free ? 0 : Math.min(longestWait, minute * 2 ** (count - free))
    this.failures.set(key, { count, waitUntil: this.now() + wait })
  }

  private forgetOld(): void {
    if (this.now() - this.cleanedAt < minute) return
    this.cleanedAt = this.now()
    for (const [key, { waitUntil }] of this.failures)
      if (waitUntil < this.now() - longestWait) this.failures.delete(key)
  }

  private now(): number {
    return this.clock.now().getTime()
  }
}
