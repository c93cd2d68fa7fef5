import type { PackageContents } from './package-contents.js'
import { numberPages } from './paper/page-numbers.js'
import type { Sheet } from './paper/sheet.js'

/** What the package is called in its title and at the foot of its pages. */
export const packageName = ({ caseFile }: PackageContents): string => `Übergabepaket ${caseFile.number}`

/** Writes what stands on every page, once all pages are there. */
export function everyPage(sheet: Sheet, contents: PackageContents): void {
  numberPages(sheet, packageName(contents))
}
