import { appliesOf, factsFor, valueOf, type CompiledRuleSet, type Facts } from './compile.js'
import { becauseOf } from './consequences.js'
import { nextQuestion } from './diagram/ask-next.js'
import {
  narrow,
  possibleOutcomes,
  relevantQuestions,
  truthIfItGoesOn,
  truthOf,
  type Narrowed,
} from './diagram/narrow.js'
import type { Weigh } from './diagram/questions-left.js'
import { standingOf } from './document-standing.js'
import { endings, type PrecheckInput } from './evaluate.js'
import type { DocumentStanding, FeeDue, Finding, Outcome, Precheck } from './precheck.js'
import { findingKinds } from './rule-set.js'
import { withValues } from './say.js'
import { False, True, Unknown } from './truth.js'

/**
 * The pre-check of one case: verdict, findings with their source, documents, fees and the next question.
 * Pure: the same rule set, answers, evidence and day give the same result.
 * Answers are expected in their checked form (`checkAnswer`).
 * @param weigh how often each answer is given, where past cases tell; without it all are equally likely
 */
export function precheckOf(compiled: CompiledRuleSet, input: PrecheckInput, weigh?: Weigh): Precheck {
  const { ruleSet } = compiled
  const facts = factsFor(compiled, input.answers, input.today)
  const narrowed = narrow(compiled, input.answers, input.today)
  const possible = possibleOutcomes(narrowed, input)
  const relevant = relevantQuestions(narrowed)
  const next = nextQuestion(narrowed, relevant, weigh)
  const fees = feesDue(narrowed)
  return {
    service: ruleSet.service,
    ruleSet: `${ruleSet.service}@${ruleSet.inForceFrom}`,
    on: input.today,
    verdict: possible.length === 1 ? possible[0]! : 'open',
    possible,
    findings: findingsOf(narrowed, facts),
    documents: documentStandings(narrowed, input, possible),
    fees,
    fee: sumOf(fees),
    next: next === null ? null : { question: next, because: becauseOf(narrowed, input, next) },
    relevant,
    derived: derivedValues(compiled, facts),
  }
}

function findingsOf({ diagram: { compiled }, rules }: Narrowed, facts: Facts): Finding[] {
  return compiled.ruleSet.rules
    .filter((_, index) => truthOf(rules[index]!) === True)
    .toSorted((a, b) => findingKinds.indexOf(a.finding) - findingKinds.indexOf(b.finding))
    .map(({ id, finding, say, source }) => ({
      rule: id,
      finding,
      say: withValues(say, compiled, facts),
      source,
    }))
}

function documentStandings(
  narrowed: Narrowed,
  { evidence, today }: PrecheckInput,
  possible: readonly Outcome[],
): DocumentStanding[] {
  const ended = possible.every((outcome) => (endings as readonly Outcome[]).includes(outcome))
  return narrowed.diagram.compiled.ruleSet.documents.flatMap((document, index): DocumentStanding[] => {
    const needed = truthIfItGoesOn(narrowed, narrowed.documents[index]!)
    if (needed === False) return []
    const { id, name, source } = document
    const standing = standingOf(document, evidence[id], today)
    if (standing.state !== 'missing') return [{ id, name, ...standing, source }]
    if (ended) return [{ id, name, state: 'moot', source }]
    if (needed === Unknown) return [{ id, name, state: 'unclear', source }]
    return [{ id, name, ...standing, source }]
  })
}

function feesDue(narrowed: Narrowed): FeeDue[] {
  return narrowed.diagram.compiled.ruleSet.fees
    .filter((_, index) => truthIfItGoesOn(narrowed, narrowed.fees[index]!) === True)
    .map(({ id, name, amount, source }) => ({ id, ...(name === undefined ? {} : { name }), amount, source }))
}

/** Summed in cents, because euros as binary fractions do not add up. */
function sumOf(fees: readonly FeeDue[]): number | null {
  let cents = 0
  for (const { amount } of fees) {
    if (amount === null) return null
    cents += Math.round(amount * 100)
  }
  return cents / 100
}

function derivedValues(compiled: CompiledRuleSet, facts: Facts): Record<string, unknown> {
  return Object.fromEntries(
    compiled.slots.flatMap((slot, at) =>
      slot.kind === 'derived' && appliesOf(facts, at) === True && valueOf(facts, at) !== undefined
        ? [[slot.id, valueOf(facts, at)] as const]
        : [],
    ),
  )
}
