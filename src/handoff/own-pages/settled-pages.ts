import { isDeepStrictEqual } from 'node:util'
import type { PartPages } from './cover-tables.js'
import type { PackageContents } from '../package-contents.js'
import { openDocument } from '../paper/open-document.js'
import { newDraft, type Sheet } from '../paper/sheet.js'

/**
 * Finds out where each part begins by writing our own pages for nothing, until the numbers on the cover no longer
 * move what comes after it. The fonts are set up once, so a further round takes a few milliseconds.
 * @param write the pages, and tells on which page each part begins, counted from the cover
 */
export function settledPages(
  madeAt: string,
  write: (sheet: Sheet, known: PartPages) => PartPages,
): PartPages {
  const sheet = newDraft(openDocument({ title: '', madeAt }))
  let known: PartPages = { record: 0, form: 0, continuation: 0, enclosures: new Map(), end: 0 }
  for (let round = 0; round < 5; round++) {
    const found = write(sheet, known)
    if (isDeepStrictEqual(found, known)) return known
    known = found
  }
  throw new Error('the page numbers do not settle')
}

/** The scans follow each other, and how many pages each has is known. */
export function enclosurePages(
  { enclosures }: PackageContents,
  first: number,
): Pick<PartPages, 'enclosures' | 'end'> {
  let next = first
  const starts = new Map<string, number>()
  for (const { id, pages } of enclosures) {
    starts.set(id, next)
    next += pages
  }
  return { enclosures: starts, end: next }
}
