import type { Verdict } from '../precheck/precheck.js'
import { count } from '../precheck/replay/bitmap.js'
import { compareReruns, type ChangedPart } from '../precheck/replay/compare-reruns.js'
import { differingCases, type DifferingCase } from '../precheck/replay/differing-cases.js'
import type { Move } from '../precheck/replay/partition.js'
import type { PastCases } from '../precheck/replay/past-cases.js'
import { Replay } from '../precheck/replay/replay.js'
import type { Compared } from './replay-call.js'

/** What `lotse rules replay` tells, and prints with `--json`. */
export interface ReplayReport {
  readonly service: string
  readonly before: string
  readonly after: string
  readonly cases: number
  /** Cases in which anything changes. */
  readonly changed: number
  readonly verdictChanged: number
  readonly verdicts: readonly Move<Verdict>[]
  readonly parts: readonly Pick<ChangedPart, 'kind' | 'id' | 'cases' | 'moves' | 'verdicts'>[]
  /** Some of the cases that change. */
  readonly shown: readonly DifferingCase[]
}

/** @param most how many cases to show; @param step called after each rule set */
export function replayReport(
  { before, after }: Compared,
  cases: PastCases,
  most: number,
  step: () => void,
): ReplayReport {
  const replay = new Replay(cases)
  const [old, now] = [before, after].map(({ compiled }) => {
    const rerun = replay.run(compiled)
    step()
    return rerun
  })
  const comparison = compareReruns(old!, now!)
  return {
    service: cases.service,
    before: before.id,
    after: after.id,
    cases: cases.count,
    changed: count(comparison.changed),
    verdictChanged: count(comparison.verdictChanged),
    verdicts: comparison.verdicts,
    parts: comparison.parts.map(({ kind, id, cases, moves, verdicts }) => ({
      kind,
      id,
      cases,
      moves,
      verdicts,
    })),
    shown: differingCases(replay, comparison, most),
  }
}
