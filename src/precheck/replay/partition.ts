import { both, count, countBoth, isIn, type Bitmap } from './bitmap.js'

/** Each case in exactly one state: the verdict, or how a rule, a document or a fee stands. */
export type Partition<State extends string = string> = ReadonlyMap<State, Bitmap>

/** How many cases go over from one state to another. */
export interface Move<State extends string = string> {
  readonly from: State
  readonly to: State
  readonly cases: number
}

/** The moves from one partition to another among some cases, the most frequent first. */
export const movesAmong = <State extends string>(
  cases: Bitmap,
  before: Partition<State>,
  after: Partition<State>,
): Move<State>[] =>
  [...before]
    .flatMap(([from, one]) => {
      const concerned = both(one, cases)
      if (count(concerned) === 0) return []
      return [...after].map(([to, other]) => ({
        from,
        to,
        cases: from === to ? 0 : countBoth(concerned, other),
      }))
    })
    .filter((move) => move.cases > 0)
    .toSorted((a, b) => b.cases - a.cases)

/** The cases that are not in the same state in both. */
export function movedBetween(before: Partition, after: Partition): Bitmap {
  const [first] = before.values()
  const moved = new Uint32Array(first!.length)
  for (const [state, one] of before) {
    const other = after.get(state)
    for (let at = 0; at < moved.length; at++) moved[at]! |= one[at]! & ~(other?.[at] ?? 0)
  }
  return moved
}

export function stateAt<State extends string>(partition: Partition<State>, at: number): State {
  for (const [state, cases] of partition) if (isIn(cases, at)) return state
  throw new Error('Every case is in one state.')
}
