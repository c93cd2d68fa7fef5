import type { PartPages } from './own-pages/cover-tables.js'
import { printOnEveryPage, packageName } from './own-pages/every-page.js'
import { printFront } from './own-pages/front.js'
import type { LentFile } from '../platform/lent-file.js'
import { continuationPage, fillForm, strangeFields } from './form/fill-form.js'
import type { ReadyForm } from './form/ready-form.js'
import { limits } from './limits.js'
import type { PackageContents } from './package-contents.js'
import { openDocument, type Document, type Write } from './paper/open-document.js'
import { newSheet, type Sheet } from './paper/sheet.js'
import { placeScan } from './scans/place-scan.js'
import { enclosurePages, settledPages } from './own-pages/settled-pages.js'
import { endWithSignature } from './seal/signature-field.js'

export interface PackageParts {
  readonly contents: PackageContents
  /** null: the service has no form. */
  readonly form: ReadyForm | null
  /** The plates of the enclosures, by upload id. */
  readonly scans: Readonly<Record<string, LentFile>>
  /** Hexadecimal; stands where the signature will be put in. */
  readonly sealMark: string
}

/** The parts have more pages than a package may have. */
class PackageTooLong extends Error {}

/**
 * Writes the package: cover, record, form, continuation page, scans, embedded data. No more than a piece of one scan is
 * in memory. The same parts give the same bytes; its signature is left open, for whoever has the key.
 */
export function composePackage(parts: PackageParts, write: Write): void {
  const { contents, form, scans } = parts
  const strange = form === null ? [] : strangeFields(form)
  if (strange.length > 0) throw new Error(`form and fields.json differ in: ${strange.join(', ')}`)
  const pages = settledPages(contents.madeAt, (sheet, known) => ownPages(sheet, parts, known))
  if (pages.end > limits.packagePages + 1) throw new PackageTooLong()
  const title = `${packageName(contents)} – ${contents.service.title}`
  const document = openDocument({ title, madeAt: contents.madeAt }, write)
  const sheet = newSheet(document)
  ownPages(sheet, parts, pages)
  for (const enclosure of contents.enclosures) {
    const file = scans[enclosure.id]
    if (file === undefined) throw new Error(`no plates for scan ${enclosure.id}`)
    placeScan(sheet, enclosure, file)
  }
  printOnEveryPage(sheet, contents)
  sheet.root.end()
  embedData(document, contents)
  endWithSignature(document, contents.seal, contents.madeAt, parts.sealMark)
}

/** Everything but the scans; tells on which page each part begins, counted from the cover. */
function ownPages(sheet: Sheet, { contents, form }: PackageParts, known: PartPages): PartPages {
  const { record, nextPage } = printFront(sheet, contents, known)
  const formPage = nextPage()
  const leftovers = form === null ? [] : fillForm(sheet, form)
  const continuationPages = nextPage()
  if (form !== null && leftovers.length > 0) continuationPage(sheet, form.title, leftovers)
  return {
    record,
    form: form === null ? null : formPage,
    continuation: leftovers.length === 0 ? null : continuationPages,
    ...enclosurePages(contents, nextPage()),
  }
}

function embedData(document: Document, contents: PackageContents): void {
  const madeAt = new Date(contents.madeAt)
  const options = {
    name: 'uebergabe.json',
    type: 'application/json',
    description: 'Angaben dieses Pakets für Programme, beschrieben in docs/uebergabe.schema.json',
    relationship: 'Data',
    creationDate: madeAt,
    modifiedDate: madeAt,
  }
  document.file(Buffer.from(JSON.stringify(contents, null, 1)), options)
}
