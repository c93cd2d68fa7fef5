import type { CompiledCondition, CompiledRuleSet } from '../compile.js'
import { decisionOn } from '../deciding.js'
import type { PrecheckInput } from '../evaluate.js'
import type { Verdict } from '../precheck.js'
import type { Answers, EvidenceList } from '../rule-set.js'
import { Unknown } from '../truth.js'
import { bitmapOf, firstOf, isIn } from './bitmap.js'
import type { ChangedPart, ReplayComparison } from './compare-reruns.js'
import { stateAt } from './partition.js'
import type { Replay } from './replay.js'
import type { ReplayedKind } from './replayed-parts.js'

interface BeforeAndAfter<T> {
  readonly before: T
  readonly after: T
}

/** One case that another rule set changes: nothing in it says whose it is. */
export interface DifferingCase {
  /** Its place among the cases, from 1. */
  readonly number: number
  readonly verdict: BeforeAndAfter<Verdict>
  readonly parts: readonly ({ readonly kind: ReplayedKind; readonly id: string } & BeforeAndAfter<string>)[]
  /** The answers that decide what changes, before or after, and no others. */
  readonly answers: Answers
  /** How the documents that change were seen. */
  readonly evidence: EvidenceList
}

/** The first cases that change, at most so many; those whose verdict changes come first. */
export function differingCases(replay: Replay, comparison: ReplayComparison, most: number): DifferingCase[] {
  const { before, changed, verdictChanged } = comparison
  const onlyOthers = bitmapOf(before.cases, (at) => changed[at]! & ~verdictChanged[at]!)
  const first = firstOf(verdictChanged, most)
  return [...first, ...firstOf(onlyOthers, most - first.length)].map((at) =>
    differingCase(replay, comparison, at),
  )
}

function differingCase(
  replay: Replay,
  { before, after, parts: all }: ReplayComparison,
  at: number,
): DifferingCase {
  const parts = all.filter(({ moved }) => isIn(moved, at))
  const { evidence } = replay.caseAt(after.compiled, at)
  return {
    number: at + 1,
    verdict: { before: stateAt(before.verdicts, at), after: stateAt(after.verdicts, at) },
    parts: parts.map((part) => ({
      kind: part.kind,
      id: part.id,
      before: stateAt(part.before, at),
      after: stateAt(part.after, at),
    })),
    answers: Object.assign(
      {},
      ...[before.compiled, after.compiled].flatMap((compiled) => {
        const input = replay.caseAt(compiled, at)
        return parts.map((part) => decidingAnswers(compiled, part, input))
      }),
    ) as Answers,
    evidence: Object.fromEntries(
      parts.flatMap(({ kind, id }) => {
        const seen = kind === 'document' && Object.hasOwn(evidence, id) ? evidence[id] : undefined
        return seen === undefined ? [] : [[id, seen] as const]
      }),
    ),
  }
}

/** No more answers than it takes to decide the part; none where it is still open. */
function decidingAnswers(
  compiled: CompiledRuleSet,
  part: ChangedPart,
  { answers, today }: PrecheckInput,
): Answers {
  const condition = conditionOf(compiled, part)
  if (condition === null) return {}
  const { facts } = decisionOn(compiled, condition, answers, today)
  return condition.truth(facts) === Unknown ? {} : facts.answers
}

function conditionOf(compiled: CompiledRuleSet, { kind, id }: ChangedPart): CompiledCondition | null {
  const { ruleSet, rules, documents, fees } = compiled
  const [parts, conditions] =
    kind === 'rule'
      ? ([ruleSet.rules, rules] as const)
      : kind === 'document'
        ? ([ruleSet.documents, documents] as const)
        : ([ruleSet.fees, fees] as const)
  return conditions[parts.findIndex((part) => part.id === id)] ?? null
}
