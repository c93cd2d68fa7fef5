import { countBoth, type Bitmap } from './bitmap.js'

/** Each case in exactly one state: the verdict, or how a rule, a document or a fee stands. */
export type Partition<State extends string = string> = ReadonlyMap<State, Bitmap>

/** How many cases go over from one state to another. */
export interface Move<State extends string = string> {
  readonly from: State
  readonly to: State
  readonly cases: number
}

/** The moves from one partition to another, the most frequent first. */
export const movesBetween = <State extends string>(
  before: Partition<State>,
  after: Partition<State>,
): Move<State>[] =>
  [...before]
    .flatMap(([from, one]) =>
      [...after].map(([to, other]) => ({ from, to, cases: from === to ? 0 : countBoth(one, other) })),
    )
    .filter(({ cases }) => cases > 0)
    .toSorted((a, b) => b.cases - a.cases)

/** The cases that are not in the same state in both. */
export function movedBetween(before: Partition, after: Partition): Bitmap {
  const [some] = before.values()
  const same = new Uint32Array(some!.length)
  const all = new Uint32Array(some!.length)
  for (const [state, one] of before) {
    const other = after.get(state)
    for (let at = 0; at < all.length; at++) {
      all[at]! |= one[at]!
      if (other !== undefined) same[at]! |= one[at]! & other[at]!
    }
  }
  return all.map((word, at) => word & ~same[at]!)
}

/** The same among some cases only. */
export const among = <State extends string>(partition: Partition<State>, cases: Bitmap): Partition<State> =>
  new Map([...partition].map(([state, bits]) => [state, bits.map((word, at) => word & cases[at]!)]))
