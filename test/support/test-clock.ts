import { Clock } from '../../src/platform/clock.js'

/** The real time, moved by as much as a test wants. */
export class TestClock extends Clock {
  private offset = 0

  override now(): Date {
    return new Date(Date.now() + this.offset)
  }

  passMinutes(minutes: number): void {
    this.offset += minutes * 60_000
  }

  /** From now on it is this instant, and goes on from there. */
  startAt(instant: string): void {
    this.offset = new Date(instant).getTime() - Date.now()
  }
}
