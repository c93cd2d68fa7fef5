import type { PartPages } from '../own-pages/cover-tables.js'
import { printOnEveryPage } from '../own-pages/every-page.js'
import { printFront } from '../own-pages/front.js'
import type { PackageContents } from '../package-contents.js'
import { gathered } from '../paper/gathered.js'
import { openDocument } from '../paper/open-document.js'
import { newSheet, type Sheet } from '../paper/sheet.js'
import { endWithSignature } from '../seal/signature-field.js'
import { enclosurePages, settledPages } from '../own-pages/settled-pages.js'

/** How a package is laid out, as far as its data do not say it. */
export interface Layout {
  readonly pages: number
  readonly continuation: number | null
}

interface ComposedAgain {
  readonly bytes: Buffer
  /** Cover and record; all after them are blank. */
  readonly written: number
}

/** Writes cover and record of a package once more from its data, with blank pages for form and scans. */
export function composeAgain(contents: PackageContents, layout: Layout): ComposedAgain {
  const { madeAt } = contents
  const pages = settledPages(madeAt, (sheet, known) => ownPages(sheet, contents, layout, known))
  let written = 0
  const bytes = gathered((write) => {
    const document = openDocument({ title: '', madeAt }, write)
    const sheet = newSheet(document)
    ownPages(sheet, contents, layout, pages)
    written = document.bufferedPageRange().count
    while (document.bufferedPageRange().count < layout.pages) sheet.newPage()
    printOnEveryPage(sheet, contents)
    sheet.root.end()
    endWithSignature(document, contents.seal, madeAt, '')
  })
  return { bytes, written }
}

function ownPages(sheet: Sheet, contents: PackageContents, layout: Layout, known: PartPages): PartPages {
  const { record, nextPage } = printFront(sheet, contents, known)
  const next = nextPage()
  const scanned = contents.enclosures.reduce((sum, { pages }) => sum + pages, 0)
  const firstScan = layout.pages - scanned + 1
  const hasForm = next < firstScan
  return {
    record,
    form: hasForm ? next : null,
    continuation: hasForm ? layout.continuation : null,
    ...enclosurePages(contents, firstScan),
  }
}
