/** The next number from 0 up to, but not including, 1. */
export type Random = () => number

/** Numbers that look random and are the same for the same seed (Mulberry32, Tommy Ettinger, public domain). */
export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const oneOf = <Value>(values: readonly Value[], random: Random): Value =>
  values[Math.floor(random() * values.length)]!

/** An order of the first so many numbers in which each is as likely as any other (Fisher and Yates). */
export function shuffled(length: number, random: Random): number[] {
  const order = Array.from({ length }, (_, at) => at)
  for (let left = length; left > 1; left--) {
    const at = Math.floor(random() * left)
    ;[order[left - 1], order[at]] = [order[at]!, order[left - 1]!]
  }
  return order
}
