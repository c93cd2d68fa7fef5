import { compile, type CompiledRuleSet } from '../../../../src/precheck/compile.js'
import { atomsOf, rootsOf } from '../../../../src/precheck/diagram/atoms.js'
import { samplesOf } from '../../../../src/precheck/diagram/samples.js'
import { evaluate } from '../../../../src/precheck/evaluate.js'
import type { Outcome } from '../../../../src/precheck/precheck.js'
import {
  findingKinds,
  notKnown,
  type Answer,
  type Answers,
  type Day,
  type EvidenceList,
  type Question,
  type RuleSet,
} from '../../../../src/precheck/rule-set.js'
import { True } from '../../../../src/precheck/truth.js'
import { today } from './random-rule-set.js'

/** More than this takes a test too long. */
const mostCompletions = 3_000

/** What complete answers come to, by the closures alone. */
export interface Result {
  readonly standing: 'wrongAuthority' | 'notEligible' | 'needsReview' | 'clear'
  readonly documents: readonly string[]
  readonly fees: readonly string[]
}

/** Answers to a question on every side of everything that it is compared with; all subsets of options. */
export function everyAnswer(compiled: CompiledRuleSet, question: Question, day: Day = today): Answer[] {
  const slot = compiled.slotOf.get(question.id)!
  const atoms = [...atomsOf(compiled).values()].filter((atom) => {
    const roots = rootsOf(compiled, atom.slot)
    return roots.length === 1 && roots[0] === slot
  })
  if (question.kind !== 'choices') return samplesOf({ compiled, question, atoms, today: day })
  const subsets = (question.options ?? []).reduce<string[][]>(
    (all, { value }) => [...all, ...all.map((some) => [...some, value])],
    [[]],
  )
  return [...subsets, ...(question.mayBeUnknown === true ? [notKnown] : [])]
}

/** All complete answers that go on from the given ones; `null` if there are too many. */
export function completions(ruleSet: RuleSet, given: Answers = {}): Answers[] | null {
  const compiled = compile(ruleSet)
  let all: Answers[] = [given]
  for (const question of ruleSet.questions) {
    if (Object.hasOwn(given, question.id)) continue
    const each = everyAnswer(compiled, question)
    if (all.length * each.length > mostCompletions) return null
    all = all.flatMap((answers) => each.map((answer) => ({ ...answers, [question.id]: answer })))
  }
  return all
}

export function resultOf(compiled: CompiledRuleSet, answers: Answers, day: Day = today): Result {
  const { ruleSet } = compiled
  const { rules, documents, fees } = evaluate(compiled, answers, day)
  const found = findingKinds.find(
    (kind) =>
      kind !== 'notice' && ruleSet.rules.some(({ finding }, i) => finding === kind && rules[i] === True),
  )
  const standing = found === undefined || found === 'notice' ? 'clear' : found
  const goesOn = standing === 'needsReview' || standing === 'clear'
  return {
    standing,
    documents: goesOn ? ruleSet.documents.filter((_, i) => documents[i] === True).map(({ id }) => id) : [],
    fees: goesOn
      ? ruleSet.fees.filter(({ amount }, i) => amount !== 0 && fees[i] === True).map(({ id }) => id)
      : [],
  }
}

export function outcomeWith({ standing, documents }: Result, evidence: EvidenceList): Outcome {
  if (standing !== 'clear') return standing
  return documents.every((id) => evidence[id]?.seen === 'originalSeen') ? 'complete' : 'missingDocuments'
}

/** The questions for which two of the complete answers differ in them alone and come to different results. */
export function questionsThatMatter(compiled: CompiledRuleSet, all: readonly Answers[]): string[] {
  const results = all.map((answers) => JSON.stringify(resultOf(compiled, answers)))
  return compiled.ruleSet.questions
    .map(({ id }) => id)
    .filter((id) => {
      const byOthers = new Map<string, string>()
      return all.some((answers, i) => {
        const key = JSON.stringify({ ...answers, [id]: null })
        const before = byOthers.get(key)
        if (before === undefined) byOthers.set(key, results[i]!)
        return before !== undefined && before !== results[i]
      })
    })
}
