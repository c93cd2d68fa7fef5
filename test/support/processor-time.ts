import { setInterval } from 'node:timers/promises'

/** The milliseconds that processors worked for this process. A busy machine makes us wait longer, but adds none. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/**
 * Watches how long this process does not get round to anyone because it works on one thing.
 * @returns ends the watch and tells the work between two looks, in milliseconds of the processor, the least first
 */
export function watchTurns(): () => Promise<readonly number[]> {
  const over = new AbortController()
  const watch = async () => {
    const turns: number[] = []
    let before = processorTime()
    for await (const _ of setInterval(2)) {
      const now = processorTime()
      turns.push(now - before)
      before = now
      if (over.signal.aborted) break
    }
    return turns.toSorted((one, other) => one - other)
  }
  const watched = watch()
  return () => {
    over.abort()
    return watched
  }
}
