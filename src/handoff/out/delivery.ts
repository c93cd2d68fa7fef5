/** How the package of a hand-over got into the department's own system, or why not yet (Zustellung). */
export interface Delivery {
  readonly packageId: string
  /** `needsHuman`: the program has given up; it does not try again by itself. */
  readonly state: 'waiting' | 'delivered' | 'needsHuman'
  /** Attempts since the hand-over, or since a person started it anew. */
  readonly tries: number
  /** What went wrong the last time, in a German sentence without contents. */
  readonly problem: string | null
  readonly deliveredAt: Date | null
}

const mostWait = 6 * 3_600

/** Seconds until the next attempt: twice as long each time, six hours at most. */
export const waitAfter = (tries: number, first: number): number =>
  Math.min(first * 2 ** Math.min(tries - 1, 20), mostWait)
