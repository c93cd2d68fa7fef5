import { appliesOf, valueOf, type CompiledRuleSet } from './compile.js'
import { becauseOf } from './consequences.js'
import { standingOf } from './document-standing.js'
import { endings, evaluate, possibleOutcomes, type Evaluation, type PrecheckInput } from './evaluate.js'
import type { DocumentStanding, FeeDue, Finding, Outcome, Precheck } from './precheck.js'
import { isAskable, relevantQuestions } from './relevance.js'
import { findingKinds } from './rule-set.js'
import { withValues } from './say.js'
import { False, True, Unknown } from './truth.js'

/**
 * The pre-check of one case: verdict, findings with their source, documents, fees and the next question.
 * Pure: the same rule set, answers, evidence and day give the same result.
 * Answers are expected in their checked form (`checkAnswer`).
 */
export function precheckOf(compiled: CompiledRuleSet, input: PrecheckInput): Precheck {
  const { ruleSet } = compiled
  const evaluation = evaluate(compiled, input.answers, input.today)
  const possible = possibleOutcomes(compiled, evaluation, input)
  const relevant = relevantQuestions(compiled, evaluation)
  const next = relevant.find((id) => isAskable(compiled, evaluation, id))
  const fees = feesDue(compiled, evaluation)
  return {
    service: ruleSet.service,
    ruleSet: `${ruleSet.service}@${ruleSet.inForceFrom}`,
    on: input.today,
    verdict: possible.length === 1 ? possible[0]! : 'open',
    possible,
    findings: findingsOf(compiled, evaluation),
    documents: documentStandings(compiled, evaluation, input, possible),
    fees,
    fee: sumOf(fees),
    next: next === undefined ? null : { question: next, because: becauseOf(compiled, input, next) },
    relevant,
    derived: derivedValues(compiled, evaluation),
  }
}

function findingsOf(compiled: CompiledRuleSet, evaluation: Evaluation): Finding[] {
  return compiled.ruleSet.rules
    .filter((_, index) => evaluation.rules[index] === True)
    .toSorted((a, b) => findingKinds.indexOf(a.finding) - findingKinds.indexOf(b.finding))
    .map(({ id, finding, say, source }) => ({
      rule: id,
      finding,
      say: withValues(say, compiled, evaluation),
      source,
    }))
}

function documentStandings(
  compiled: CompiledRuleSet,
  evaluation: Evaluation,
  { evidence, today }: PrecheckInput,
  possible: readonly Outcome[],
): DocumentStanding[] {
  const ended = possible.every((outcome) => (endings as readonly Outcome[]).includes(outcome))
  return compiled.ruleSet.documents.flatMap((document, index): DocumentStanding[] => {
    const needed = evaluation.documents[index]!
    if (needed === False) return []
    const { id, name, source } = document
    const standing = standingOf(document, evidence[id], today)
    if (standing.state !== 'missing') return [{ id, name, ...standing, source }]
    if (ended) return [{ id, name, state: 'moot', source }]
    if (needed === Unknown) return [{ id, name, state: 'unclear', source }]
    return [{ id, name, ...standing, source }]
  })
}

function feesDue(compiled: CompiledRuleSet, evaluation: Evaluation): FeeDue[] {
  return compiled.ruleSet.fees
    .filter((_, index) => evaluation.fees[index] === True)
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

function derivedValues(compiled: CompiledRuleSet, { facts }: Evaluation): Record<string, unknown> {
  return Object.fromEntries(
    compiled.slots.flatMap((slot, at) =>
      slot.kind === 'derived' && appliesOf(facts, at) === True && valueOf(facts, at) !== undefined
        ? [[slot.id, valueOf(facts, at)] as const]
        : [],
    ),
  )
}
