import type { Checklist, ShownDocument } from '../checklist.js'
import { revisionOf } from '../change.js'

/**
 * The rows that the browser shows already, by their id, each with the stamp of what it was made from. Equal stamps
 * make equal rows, so such a row is neither rendered nor sent again: most of a checklist stays as it is with each
 * answer.
 */
export type KnownRows = ReadonlyMap<string, string>

export const noKnownRows: KnownRows = new Map()

/** What all rows depend on: rule set, state of the case, day. A browser with another one knows no row. */
export const pageStamp = ({ caseFile, ruleSet, today }: Checklist): string =>
  `${ruleSet.id}_${caseFile.state}_${today}`

export const questionStamp = ({ caseFile }: Checklist, question: string, open: boolean): string =>
  `${open ? 'o' : 'z'}${revisionOf(caseFile.answers[question])}`

export function documentStamp({ caseFile }: Checklist, shown: ShownDocument, open: boolean): string {
  const { document, standing, listedUploads } = shown
  const scans = listedUploads.map(({ id, removedAt }) => id.slice(-12) + (removedAt ? '-' : '')).join('.')
  return `${open ? 'o' : 'z'}${revisionOf(caseFile.evidence[document.id])}_${standing.state}_${scans}`
}

/** Reads what the browser says it shows: `page;row=stamp;row=stamp`. Anything else is nothing known. */
export function readKnownRows(text: unknown, page: string): KnownRows {
  if (typeof text !== 'string') return noKnownRows
  const [shownPage, ...rows] = text.split(';')
  if (shownPage !== page) return noKnownRows
  return new Map(rows.map((row) => row.split('=', 2) as [string, string]))
}
