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
 * Slows down guessing: after five wrong passwords for a name from an address, a minute's wait, doubling up to a quarter
 * of an hour. The address belongs to it so that a colleague at another counter cannot lock someone out. Kept in
 * memory: a restart forgives.
 */
@Injectable()
export class SignInThrottle {
  private readonly failures = new Map<string, Failures>()

  constructor(private readonly clock: Clock) {}

  /** Whole minutes until the next try; 0 if one may try now. */
  minutesToWait(signInName: string, address: string): number {
    const { waitUntil } = this.failures.get(keyOf(signInName, address)) ?? { waitUntil: 0 }
    return Math.max(0, Math.ceil((waitUntil - this.clock.now().getTime()) / minute))
  }

  failed(signInName: string, address: string): void {
    this.forgetOld()
    const key = keyOf(signInName, address)
    const count = (this.failures.get(key)?.count ?? 0) + 1
    const wait = count < freeTries ? 0 : Math.min(longestWait, minute * 2 ** (count - freeTries))
    this.failures.set(key, { count, waitUntil: this.clock.now().getTime() + wait })
  }

  succeeded(signInName: string, address: string): void {
    this.failures.delete(keyOf(signInName, address))
  }

  private forgetOld(): void {
    const longAgo = this.clock.now().getTime() - longestWait
    for (const [key, { waitUntil }] of this.failures) if (waitUntil < longAgo) this.failures.delete(key)
  }
}

const keyOf = (signInName: string, address: string): string => `${address} ${signInName}`
