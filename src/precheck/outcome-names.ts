import type { DocumentState, Outcome, Verdict } from './precheck.js'
import type { FindingKind } from './rule-set.js'

/** What a pre-check ends with, in the words of the counter. */
export const outcomeNames: Record<Outcome, string> = {
  wrongAuthority: 'nicht zuständig',
  notEligible: 'Voraussetzungen nicht erfüllt',
  needsReview: 'Prüfung durch den Fachdienst nötig',
  missingDocuments: 'Unterlagen fehlen',
  complete: 'vollständig',
}

export const verdictName = (verdict: Verdict): string =>
  verdict === 'open' ? 'noch offen' : outcomeNames[verdict]

/** What a rule finds. */
export const findingNames: Record<FindingKind, string> = {
  wrongAuthority: outcomeNames.wrongAuthority,
  notEligible: outcomeNames.notEligible,
  needsReview: outcomeNames.needsReview,
  notice: 'Hinweis',
}

/** How a document stands. */
export const documentStateNames: Record<DocumentState, string> = {
  present: 'liegt vor',
  fetched: 'wird von der Behörde eingeholt',
  waived: 'nicht nötig',
  missing: 'fehlt',
  unclear: 'noch offen, ob nötig',
  moot: 'nicht verlangt',
}
