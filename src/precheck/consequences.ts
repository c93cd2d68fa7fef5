import type { CompiledRuleSet } from './compile.js'
import { factsIn } from './fact-order.js'
import { evaluate, possibleOutcomes, type Evaluation, type PrecheckInput } from './evaluate.js'
import type { Outcome } from './precheck.js'
import { notKnown, type Answer, type Condition, type Question } from './rule-set.js'
import { True } from './truth.js'

/** What one answer to a question would lead to. */
export interface Consequence {
  readonly label: string
  readonly answer: Answer
  readonly possible: readonly Outcome[]
  /** Ids of findings and documents that become certain by this answer. */
  readonly findings: readonly string[]
  readonly documents: readonly string[]
  readonly leadsTo: string
}

export const outcomeNames: Record<Outcome, string> = {
  wrongAuthority: 'nicht zuständig',
  notEligible: 'Voraussetzungen nicht erfüllt',
  needsReview: 'Prüfung durch den Fachdienst nötig',
  missingDocuments: 'Unterlagen fehlen',
  complete: 'vollständig',
}

/** For questions with few answers: what each of them leads to. Empty for open kinds such as dates. */
export function consequences(
  compiled: CompiledRuleSet,
  input: PrecheckInput,
  questionId: string,
): Consequence[] {
  const question = compiled.ruleSet.questions.find(({ id }) => id === questionId)
  if (question === undefined) return []
  const { [questionId]: _given, ...others } = input.answers
  const before = evaluate(compiled, others, input.today)
  return candidates(question).map(({ label, answer }) => {
    const after = evaluate(compiled, { ...others, [questionId]: answer }, input.today)
    return { label, answer, ...difference(compiled, before, after, input) }
  })
}

/** Why a question is asked, in one sentence for the clerk. */
export function becauseOf(compiled: CompiledRuleSet, input: PrecheckInput, questionId: string): string {
  const each = consequences(compiled, input, questionId)
  if (each.length > 0) return each.map(({ label, leadsTo }) => `${label} → ${leadsTo}`).join('; ')
  return `davon hängt ab: ${dependents(compiled, questionId).join('; ')}`
}

function candidates(question: Question): { label: string; answer: Answer }[] {
  const unknown = question.mayBeUnknown === true ? [{ label: 'weiß nicht', answer: notKnown }] : []
  if (question.kind === 'yesNo')
    return [{ label: 'Ja', answer: true }, { label: 'Nein', answer: false }, ...unknown]
  if (question.kind !== 'choice') return []
  return [...(question.options ?? []).map(({ value, label }) => ({ label, answer: value })), ...unknown]
}

function difference(
  compiled: CompiledRuleSet,
  before: Evaluation,
  after: Evaluation,
  input: PrecheckInput,
): Pick<Consequence, 'possible' | 'findings' | 'documents' | 'leadsTo'> {
  const { rules, documents } = compiled.ruleSet
  const newRules = rules.filter(
    ({ finding }, i) => finding !== 'notice' && after.rules[i] === True && before.rules[i] !== True,
  )
  const newDocuments = documents.filter((_, i) => after.documents[i] === True && before.documents[i] !== True)
  const possible = possibleOutcomes(compiled, after, input)
  const ends =
    possible[0] === 'wrongAuthority' || possible[0] === 'notEligible' ? possible.length === 1 : false
  const parts = [
    ...newRules.map(({ finding }) => outcomeNames[finding as Outcome]),
    ...(ends ? [] : newDocuments.map(({ name }) => `${name} nötig`)),
  ]
  const otherwise = possible.length === 1 ? outcomeNames[possible[0]!] : 'weiter'
  return {
    possible,
    findings: newRules.map(({ id }) => id),
    documents: newDocuments.map(({ id }) => id),
    leadsTo: [...new Set(parts)].join(', ') || otherwise,
  }
}

/** What a question bears on, directly or through derived facts and `askWhen`: clauses such as "ob … nötig ist". */
export function dependents(compiled: CompiledRuleSet, questionId: string): string[] {
  const { ruleSet } = compiled
  const touched = new Set([questionId])
  for (const slot of compiled.slots) {
    const reads =
      slot.kind === 'derived'
        ? slot.derived.of
        : slot.kind === 'question'
          ? factsIn(slot.question.askWhen)
          : []
    if (reads.some((id) => touched.has(id))) touched.add(slot.id)
  }
  const touches = (condition: Condition | undefined) => factsIn(condition).some((id) => touched.has(id))
  const names = [
    ...ruleSet.rules
      .filter(({ finding, when }) => finding !== 'notice' && touches(when))
      .map(({ finding }) => `ob ${outcomeClauses[finding as Outcome]}`),
    ...ruleSet.documents
      .filter(({ neededWhen }) => touches(neededWhen))
      .map(({ name }) => `ob „${name}“ nötig ist`),
    ...(ruleSet.fees.some(({ when }) => touches(when)) ? ['wie hoch die Gebühr ist'] : []),
  ]
  return [...new Set(names)]
}

const outcomeClauses: Record<Outcome, string> = {
  wrongAuthority: 'eine andere Stelle zuständig ist',
  notEligible: 'die Voraussetzungen erfüllt sind',
  needsReview: 'der Fachdienst prüfen muss',
  missingDocuments: 'Unterlagen fehlen',
  complete: 'alles vollständig ist',
}
