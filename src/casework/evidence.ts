import type { NeededDocument, WaySeen } from '../precheck/rule-set.js'

/** How a document was seen, in the clerk's words. */
export const wayNames: Record<WaySeen, string> = {
  originalSeen: 'Original gesehen',
  copyTaken: 'Kopie genommen',
  willBeBrought: 'wird nachgereicht',
  authorityFetches: 'Behörde holt es ein',
  notNeeded: 'nicht nötig',
}

/**
 * The ways in which a document can be noted: no copy where § 20 PAuswG forbids it, fetched only where the applicant
 * may choose that (§ 5 EGovG).
 */
export const waysFor = ({ noCopy, mayFetch }: NeededDocument): WaySeen[] => [
  'originalSeen',
  ...(noCopy === true ? [] : (['copyTaken'] as const)),
  'willBeBrought',
  ...(mayFetch === true ? (['authorityFetches'] as const) : []),
  'notNeeded',
]

/** Whether a date of issue says something about how the document stands. */
export const asksIssueDay = ({ maxAge }: NeededDocument, seen: WaySeen): boolean =>
  maxAge !== null && (seen === 'originalSeen' || seen === 'copyTaken')
