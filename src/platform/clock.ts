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

/** The last moment of the day in Germany that an instant lies in: who writes "until the 24th" means the whole day. */
export function lastMomentOf(instant: Date): Date {
  const day = berlin.format(instant)
  const inWinter = new Date(`${day}T22:59:59.999Z`)
  const inSummer = new Date(`${day}T21:59:59.999Z`)
  return berlin.format(inWinter) === day ? inWinter : inSummer
}
