import type { CompiledRuleSet } from './compile.js'
import { factsIn } from './fact-order.js'
import { yes } from './diagram/diagrams.js'
import { narrow, narrowFurther, possibleOutcomes, truthIfItGoesOn, type Narrowed } from './diagram/narrow.js'
import { runInWords, runsIn } from './diagram/run-in-words.js'
import type { Run } from './diagram/runs.js'
import type { PrecheckInput } from './evaluate.js'
import { findingNames, outcomeNames } from './outcome-names.js'
import type { Outcome } from './precheck.js'
import { notKnown, type Answer, type Condition, type FindingKind, type Question } from './rule-set.js'
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

/**
 * What each answer to a question leads to, exactly: every option, and each run of days, numbers or amounts with the
 * same consequence. Empty where answers are lists, countries or free text.
 */
export function consequences(narrowed: Narrowed, input: PrecheckInput, questionId: string): Consequence[] {
  const { compiled } = narrowed.diagram
  const question = compiled.ruleSet.questions.find(({ id }) => id === questionId)
  if (question === undefined) return []
  const { [questionId]: given, ...others } = input.answers
  const before = given === undefined ? narrowed : narrow(compiled, others, input.today)
  const each = candidates(before, question).map((candidate): Consequence & Candidate => {
    const after = narrowFurther(before, questionId, candidate.answer)
    return { ...candidate, ...difference(before, after, input) }
  })
  return mergedRuns(each, question)
}

/** Why a question is asked, in one sentence for the clerk. */
export const becauseOf = (narrowed: Narrowed, input: PrecheckInput, questionId: string): string =>
  clausesOf(narrowed, input, questionId).join('; ')

/** The same, answer by answer. */
export function clausesOf(narrowed: Narrowed, input: PrecheckInput, questionId: string): string[] {
  const each = consequences(narrowed, input, questionId)
  if (each.length > 1) return each.map(({ label, leadsTo }) => `${label} → ${leadsTo}`)
  const [first, ...others] = dependents(narrowed.diagram.compiled, questionId)
  return [`davon hängt ab: ${first ?? ''}`, ...others]
}

/** An answer to try; of an ordered kind it stands for a run of them. */
interface Candidate {
  readonly label: string
  readonly answer: Answer
  readonly run?: Pick<Run, 'from' | 'to'>
}

function candidates({ diagram }: Narrowed, question: Question): Candidate[] {
  const unknown = question.mayBeUnknown === true ? [{ label: 'weiß nicht', answer: notKnown }] : []
  switch (question.kind) {
    case 'yesNo':
      return [{ label: 'Ja', answer: true }, { label: 'Nein', answer: false }, ...unknown]
    case 'choice':
      return [...(question.options ?? []).map(({ value, label }) => ({ label, answer: value })), ...unknown]
    case 'date':
    case 'integer':
    case 'euro':
      return [
        ...runsIn(diagram, question).map(({ sample, from, to }) => ({
          label: '',
          answer: sample,
          run: { from, to },
        })),
        ...unknown,
      ]
    default:
      return []
  }
}

/** Neighbouring runs that lead to the same become one, and get their name. */
function mergedRuns(each: readonly (Consequence & Candidate)[], question: Question): Consequence[] {
  const merged: (Consequence & Candidate)[] = []
  for (const one of each) {
    const last = merged.at(-1)
    if (one.run !== undefined && last?.run !== undefined && last.leadsTo === one.leadsTo)
      merged[merged.length - 1] = { ...last, run: { from: last.run.from, to: one.run.to } }
    else merged.push(one)
  }
  return merged.map(({ run, ...one }) =>
    run === undefined ? one : { ...one, label: runInWords(run, question) },
  )
}

function difference(
  before: Narrowed,
  after: Narrowed,
  input: PrecheckInput,
): Pick<Consequence, 'possible' | 'findings' | 'documents' | 'leadsTo'> {
  const { rules, documents } = before.diagram.compiled.ruleSet
  const newRules = rules.filter(
    ({ finding }, i) => finding !== 'notice' && after.rules[i] === yes && before.rules[i] !== yes,
  )
  const isNeeded = (narrowed: Narrowed, i: number) =>
    truthIfItGoesOn(narrowed, narrowed.documents[i]!) === True
  const newDocuments = documents.filter((_, i) => isNeeded(after, i) && !isNeeded(before, i))
  const possible = possibleOutcomes(after, input)
  const fixed = possible.length === 1 ? possible[0]! : null
  const ends = fixed === 'wrongAuthority' || fixed === 'notEligible'
  const parts = [
    ...newRules.map(({ finding }) => findingNames[finding]),
    ...(ends ? [] : newDocuments.map(({ name }) => `${name} nötig`)),
  ]
  return {
    possible,
    findings: newRules.map(({ id }) => id),
    documents: newDocuments.map(({ id }) => id),
    leadsTo: [...new Set(parts)].join(', ') || (fixed === null ? 'weiter' : outcomeNames[fixed]),
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
    ...ruleSet.rules.flatMap(({ finding, when }) =>
      finding !== 'notice' && touches(when) ? [`ob ${findingClauses[finding]}`] : [],
    ),
    ...ruleSet.documents
      .filter(({ neededWhen }) => touches(neededWhen))
      .map(({ name }) => `ob „${name}“ nötig ist`),
    ...(ruleSet.fees.some(({ when }) => touches(when)) ? ['wie hoch die Gebühr ist'] : []),
  ]
  return [...new Set(names)]
}

const findingClauses: Record<Exclude<FindingKind, 'notice'>, string> = {
  wrongAuthority: 'eine andere Stelle zuständig ist',
  notEligible: 'die Voraussetzungen erfüllt sind',
  needsReview: 'der Fachdienst prüfen muss',
}
