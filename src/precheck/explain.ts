import type { CompiledCondition, CompiledRuleSet } from './compile.js'
import { decisionOn } from './deciding.js'
import { ageLimitInWords, oldestIssueDay } from './document-standing.js'
import { evaluate, type Evaluation, type PrecheckInput } from './evaluate.js'
import type { Explained, ExplainedDocument, ExplainedFee, ExplainedRule, Explanation } from './explanation.js'
import type { Precheck } from './precheck.js'
import { precheckOf } from './precheck-of.js'
import { reasonsOf } from './reason.js'
import { withValues } from './say.js'
import { False, True, type Truth } from './truth.js'
import { unaskedQuestions } from './unasked-questions.js'

/**
 * Explains the pre-check of one case: the reasons are read off the same conditions that decide it. Pure.
 * `asked` are the questions that were put to the citizen, by default all that have an answer; what lies beyond them
 * is told as not asked, with the answers that made it needless.
 */
export function explain(
  compiled: CompiledRuleSet,
  input: PrecheckInput,
  asked: readonly string[] = Object.keys(input.answers),
): Explanation {
  const result = precheckOf(compiled, input)
  const evaluation = evaluate(compiled, input.answers, input.today)
  const { service, ruleSet, on, verdict, possible, fee, relevant } = result
  return {
    service,
    title: compiled.ruleSet.title,
    ruleSet,
    on,
    verdict,
    possible,
    verdictFrom: verdictFrom(result),
    rules: explainRules(compiled, evaluation, input),
    documents: explainDocuments(compiled, evaluation, input, result),
    fees: explainFees(compiled, evaluation, input),
    fee,
    toAsk: compiled.ruleSet.questions
      .filter(({ id }) => relevant.includes(id))
      .map(({ id, text }) => ({ question: id, text })),
    notAsked: unaskedQuestions(compiled, input, asked),
  }
}

const verdictFrom = ({ verdict, findings, documents }: Precheck): string[] =>
  verdict === 'missingDocuments'
    ? documents.filter(({ state }) => state === 'missing').map(({ id }) => id)
    : findings.filter(({ finding }) => finding === verdict).map(({ rule }) => rule)

const explainRules = (
  compiled: CompiledRuleSet,
  evaluation: Evaluation,
  input: PrecheckInput,
): ExplainedRule[] =>
  compiled.ruleSet.rules.map(({ id, finding, say, source }, i) => ({
    rule: id,
    finding,
    say: withValues(say, compiled, evaluation.facts),
    source,
    ...decided(compiled, compiled.rules[i]!, evaluation.rules[i]!, input),
  }))

function explainDocuments(
  compiled: CompiledRuleSet,
  evaluation: Evaluation,
  input: PrecheckInput,
  result: Precheck,
): ExplainedDocument[] {
  const standings = new Map(result.documents.map((standing) => [standing.id, standing]))
  return compiled.ruleSet.documents.map((document, i) => ({
    id: document.id,
    name: document.name,
    source: document.source,
    ...decided(compiled, compiled.documents[i]!, evaluation.documents[i]!, input),
    evidence: input.evidence[document.id] ?? null,
    state: standings.get(document.id)?.state ?? null,
    reason: standings.get(document.id)?.reason ?? null,
    demands: {
      forms: document.forms,
      age: ageLimitInWords(document),
      issuedFrom: oldestIssueDay(document, input.today),
    },
  }))
}

const explainFees = (
  compiled: CompiledRuleSet,
  evaluation: Evaluation,
  input: PrecheckInput,
): ExplainedFee[] =>
  compiled.ruleSet.fees.map(({ id, name = null, amount, source }, i) => ({
    id,
    name,
    amount,
    source,
    ...decided(compiled, compiled.fees[i]!, evaluation.fees[i]!, input),
  }))

function decided(
  compiled: CompiledRuleSet,
  condition: CompiledCondition | null,
  truth: Truth,
  { answers, today }: PrecheckInput,
): Pick<Explained, 'holds' | 'because'> {
  return {
    holds: truth === True ? 'yes' : truth === False ? 'no' : 'open',
    because: condition === null ? [] : reasonsOf(decisionOn(compiled, condition, answers, today)),
  }
}
