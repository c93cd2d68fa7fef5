import { addDays, addMonths } from './day.js'
import type { Day, DocumentForm, Evidence, NeededDocument, WaySeen } from './rule-set.js'

type Standing =
  | { readonly state: 'present' | 'fetched' | 'waived' }
  | { readonly state: 'missing'; readonly reason: string }

const formShown: Partial<Record<WaySeen, readonly DocumentForm[]>> = {
  originalSeen: ['original', 'copy', 'electronic', 'spoken'],
  copyTaken: ['copy'],
}

/** How a needed document stands, given how it was seen; no evidence: it is missing. */
export function standingOf(document: NeededDocument, evidence: Evidence | undefined, today: Day): Standing {
  if (evidence === undefined) return missing('liegt nicht vor')
  if (evidence.seen === 'willBeBrought') return missing('wird nachgereicht')
  if (evidence.seen === 'authorityFetches') return { state: 'fetched' }
  if (evidence.seen === 'notNeeded') return { state: 'waived' }
  if (!countsAs(document, evidence.seen))
    return missing(`eine Kopie genügt nicht, ${neededInstead(document)} ist nötig`)
  const oldest = oldestIssueDay(document, today)
  if (oldest !== null && evidence.issuedOn !== undefined && evidence.issuedOn < oldest)
    return missing(`zu alt: ${ageLimitInWords(document)}`)
  return { state: 'present' }
}

const neededInstead = ({ forms }: NeededDocument): string =>
  forms.includes('original') ? 'das Original' : 'die Datei'

/** Whether a document seen in this way counts, by the forms that the rule set accepts. */
export const countsAs = (document: NeededDocument, seen: WaySeen): boolean =>
  (formShown[seen] ?? []).some((form) => document.forms.includes(form))

/** The earliest day of issue that is still young enough, or `null` without a limit. */
export function oldestIssueDay({ maxAge }: NeededDocument, today: Day): Day | null {
  if (maxAge === null) return null
  return 'days' in maxAge ? addDays(today, -maxAge.days) : addMonths(today, -maxAge.months)
}

/** "höchstens 3 Monate alt", or an empty text without a limit. */
export function ageLimitInWords({ maxAge }: NeededDocument): string {
  if (maxAge === null) return ''
  const [count, one, many] =
    'days' in maxAge ? ([maxAge.days, 'Tag', 'Tage'] as const) : ([maxAge.months, 'Monat', 'Monate'] as const)
  return `höchstens ${count} ${count === 1 ? one : many} alt`
}

const missing = (reason: string): Standing => ({ state: 'missing', reason })
