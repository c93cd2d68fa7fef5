import type { Verdict } from '../precheck.js'
import { addTo, bitmapOf, both, count, type Bitmap } from './bitmap.js'
import { movedBetween, movesAmong, type Move, type Partition } from './partition.js'
import { partsOf, restState, type ReplayedKind, type ReplayedPart } from './replayed-parts.js'
import type { Rerun } from './replay.js'

/** A rule, document or fee that stands differently in some cases. */
export interface ChangedPart {
  readonly kind: ReplayedKind
  readonly id: string
  readonly before: Partition
  readonly after: Partition
  readonly moved: Bitmap
  /** In how many cases. */
  readonly cases: number
  readonly moves: readonly Move[]
  /** The changes of the verdict that it brings about, alone or together with others. */
  readonly verdicts: readonly Move<Verdict>[]
}

/** What another rule set would have changed over all cases. */
export interface ReplayComparison {
  readonly before: Rerun
  readonly after: Rerun
  /** Cases in which anything changes, the verdict or only a finding, document or fee. */
  readonly changed: Bitmap
  readonly verdictChanged: Bitmap
  readonly verdicts: readonly Move<Verdict>[]
  /** Those that change most cases first. */
  readonly parts: readonly ChangedPart[]
}

/** Compares what two rule sets say about the same cases. */
export function compareReruns(before: Rerun, after: Rerun): ReplayComparison {
  const verdictChanged = movedBetween(before.verdicts, after.verdicts)
  const parts = changedParts({ before, after, verdictChanged })
  const changed = verdictChanged.slice()
  for (const { moved } of parts) addTo(changed, moved)
  const verdicts = movesAmong(verdictChanged, before.verdicts, after.verdicts)
  return { before, after, changed, verdictChanged, verdicts, parts }
}

type Compared = Pick<ReplayComparison, 'before' | 'after' | 'verdictChanged'>

function changedParts(compared: Compared): ChangedPart[] {
  const [before, after] = [partsOf(compared.before), partsOf(compared.after)]
  return [...new Set([...before.keys(), ...after.keys()])]
    .flatMap((name) => {
      const [one, other] = [before.get(name), after.get(name)]
      return one?.sameAs === other?.sameAs ? [] : [changedPart(one, other, compared)]
    })
    .filter(({ cases }) => cases > 0)
    .toSorted((a, b) => b.cases - a.cases)
}

function changedPart(
  one: ReplayedPart | undefined,
  other: ReplayedPart | undefined,
  { before, after, verdictChanged }: Compared,
): ChangedPart {
  const { kind, id } = (one ?? other)!
  const states = { before: statesOf(one, kind, before.cases), after: statesOf(other, kind, before.cases) }
  const all = movedBetween(states.before, states.after)
  // Where either rule set ends the application, nobody asks for documents or fees.
  const moved = kind === 'rule' ? all : both(all, both(before.goesOn.possibly, after.goesOn.possibly))
  const bringsAbout = [one, other].flatMap((part) => part?.bringsAbout ?? [])
  const verdicts = movesAmong(both(verdictChanged, moved), before.verdicts, after.verdicts)
  return {
    kind,
    id,
    ...states,
    moved,
    cases: count(moved),
    moves: movesAmong(moved, states.before, states.after),
    verdicts: verdicts.filter(({ from, to }) => bringsAbout.includes(from) || bringsAbout.includes(to)),
  }
}

const statesOf = (part: ReplayedPart | undefined, kind: ReplayedKind, cases: number): Partition =>
  part?.states() ?? new Map([[restState[kind], bitmapOf(cases, () => -1)]])
