import { Injectable } from '@nestjs/common'

const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' })

/** The time comes in through this, so that a test can set it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date()
  }

  /** The calendar day at the counter, `2026-11-23`: the one in Germany, not in UTC. */
  today(): string {
    return berlin.format(this.now())
  }
}
