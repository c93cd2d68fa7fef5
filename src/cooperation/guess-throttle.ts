import { Injectable } from '@nestjs/common'
import { Clock } from '../platform/clock.js'

interface Failures {
  readonly count: number
  readonly waitUntil: number
}

const freeTries = 5
const minute = 60_000
const longestWait = 15 * minute

/**
 * Slows down guessing: after five wrong tries for a thing by one guesser, a minute's wait, doubling up to a quarter of
 * an hour. Kept in memory: a restart forgives.
 */
@Injectable()
export class GuessThrottle {
  private readonly failures = new Map<string, Failures>()
  private readonly queues = new Map<string, Promise<unknown>>()
  private cleanedAt = 0

  constructor(private readonly clock: Clock) {}

  /**
   * Lets the tries of a guesser for a thing in one after the other, so that many at once are no way around the wait.
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
    const key = `${guesser} ${thing}`
    const turn = (this.queues.get(key) ?? Promise.resolve()).then(() => this.judge(key, attempt))
    const settled = turn.catch(() => undefined)
    this.queues.set(key, settled)
    try {
      return await turn
    } finally {
      if (this.queues.get(key) === settled) this.queues.delete(key)
    }
  }

  private async judge<T>(
    key: string,
    attempt: () => Promise<T | null>,
  ): Promise<T | null | { readonly minutes: number }> {
    const waiting = (this.failures.get(key)?.waitUntil ?? 0) - this.now()
    if (waiting > 0) return { minutes: Math.ceil(waiting / minute) }
    const result = await attempt()
    if (result === null) this.failed(key)
    else this.failures.delete(key)
    return result
  }

  private failed(key: string): void {
    this.forgetOld()
    const count = (this.failures.get(key)?.count ?? 0) + 1
    const wait = count < freeTries ? 0 : Math.min(longestWait, minute * 2 ** (count - freeTries))
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
