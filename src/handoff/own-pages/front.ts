import type { PackageContents } from '../package-contents.js'
import type { Sheet } from '../paper/sheet.js'
import type { PartPages } from './cover-tables.js'
import { printCover } from './cover.js'
import { printRecord } from './record.js'

interface Front {
  /** The page on which the record begins, counted from the cover. */
  readonly record: number
  /** The number that the next page gets, counted likewise. */
  readonly nextPage: () => number
}

/** Cover and record: what a package begins with, and what its data alone decide. */
export function printFront(sheet: Sheet, contents: PackageContents, known: PartPages): Front {
  const before = sheet.document.bufferedPageRange().count
  const nextPage = () => sheet.document.bufferedPageRange().count - before + 1
  printCover(sheet, contents, known)
  const record = nextPage()
  printRecord(sheet, contents)
  return { record, nextPage }
}
