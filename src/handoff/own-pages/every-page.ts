import type { PackageContents } from '../package-contents.js'
import { numberPages } from '../paper/page-numbers.js'
import { markAsTrial } from '../paper/trial-mark.js'
import type { Sheet } from '../paper/sheet.js'

/** What the package is called in its title and at the foot of its pages. */
export const packageName = ({ caseFile, trial }: PackageContents): string =>
  trial ? 'Probe eines Übergabepakets' : `Übergabepaket ${caseFile.number}`

/** Writes what stands on every page, once all pages are there. */
export function printOnEveryPage(sheet: Sheet, contents: PackageContents): void {
  numberPages(sheet, packageName(contents))
  if (contents.trial) markAsTrial(sheet)
}
