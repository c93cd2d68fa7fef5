import { eurosInWords } from '../precheck/answer-in-words.js'
import { findingNames, outcomeNames } from '../precheck/outcome-names.js'
import type { Difference } from '../precheck/diagram/compare.js'
import type { RuleOutcome } from '../precheck/diagram/outcome-nodes.js'
import { findingIn, type DiffCause, type TwoRuleSets } from './diff-cause.js'

export const ruleOutcomeNames: Record<RuleOutcome, string> = {
  wrongAuthority: outcomeNames.wrongAuthority,
  notEligible: outcomeNames.notEligible,
  needsReview: outcomeNames.needsReview,
  clear: 'vollständig, wenn alle Unterlagen da sind',
}

/** What is different, in one sentence; where it leads to one result instead of one other, with both. */
export function headingOf(two: TwoRuleSets, cause: DiffCause, differences: readonly Difference[]): string {
  const [first] = differences
  if (cause.kind === 'document' || cause.kind === 'fee') return caseInWords(first!, cause.name)
  const whats = differences.length === 1 ? `: ${caseInWords(first!, cause.name)}` : ''
  return `${subject(two, cause)}${whats}`
}

function subject({ before, after }: TwoRuleSets, { id, name, change }: DiffCause): string {
  if (id === null) return 'Eine Frage stellt sich in anderen Fällen als bisher'
  const [old, now] = [findingIn(before, id), findingIn(after, id)]
  if (old === undefined) return `Neue Regel „${name}“ greift`
  if (now === undefined) return `Regel „${name}“ ist entfallen`
  if (old !== now)
    return `Regel „${name}“ stellt nun „${findingNames[now]}“ fest statt „${findingNames[old]}“`
  return `Regel „${name}“ ${ruleWords[change]}`
}

const ruleWords: Record<DiffCause['change'], string> = {
  new: 'greift nun auch hier',
  gone: 'greift nicht mehr',
  moved: 'greift in anderen Fällen als bisher',
  other: 'stellt etwas anderes fest',
}

/** What one difference comes to. @param name of the document or fee */
export function caseInWords({ what }: Difference, name: string): string {
  switch (what.kind) {
    case 'verdict':
      return `statt „${ruleOutcomeNames[what.before]}“ nun „${ruleOutcomeNames[what.after]}“`
    case 'document':
      return `Unterlage „${name}“ ${what.neededAfter ? 'jetzt nötig' : 'nicht mehr nötig'}`
    case 'fee':
      return `Gebühr „${name}“: ${feeInWords(what.before, what.after)}`
  }
}

type Amount = number | null | 'none'

function feeInWords(before: Amount, after: Amount): string {
  if (after === 'none') return `nicht mehr fällig (bisher ${amountInWords(before)})`
  if (before === 'none') return `nun fällig (${amountInWords(after)})`
  return `${amountInWords(after)} statt ${amountInWords(before)}`
}

const amountInWords = (amount: Amount): string =>
  typeof amount === 'number' ? eurosInWords(amount) : 'Betrag vor Ort nachzusehen'

/** What a region leaves out because it holds for all of it. */
export const limitsOf = ({ kind }: DiffCause): string =>
  kind === 'document' || kind === 'fee'
    ? 'Das gilt, soweit der Antrag weitergeht, also keine Feststellung ihn beendet, weder bisher noch künftig.'
    : 'Das gilt, soweit keine andere Feststellung entscheidet.'
