import { isDeepStrictEqual } from 'node:util'
import type { PartPages } from './cover-tables.js'
import { cover } from './cover.js'
import type { LentFile } from '../platform/lent-file.js'
import { continuationPage, fillForm, strangeFields } from './form/fill-form.js'
import type { ReadyForm } from './form/ready-form.js'
import { limits } from './limits.js'
import type { PackageContents } from './package-contents.js'
import { openDocument, type Document } from './paper/open-document.js'
import { numberPages } from './paper/page-numbers.js'
import { newSheet, type Sheet } from './paper/sheet.js'
import { record } from './record.js'
import { placeScan } from './scans/place-scan.js'
import { endWithSignature } from './seal/signature-field.js'

export interface PackageParts {
  readonly contents: PackageContents
  /** null: the service has no form. */
  readonly form: ReadyForm | null
  /** The bytes of the enclosures, by upload id. */
  readonly scans: Readonly<Record<string, LentFile>>
  /** Hexadecimal; stands where the signature will be put in. */
  readonly sealMark: string
}

/** The parts have more pages than a package may have. */
class PackageTooLong extends Error {}

/**
 * Writes the package: cover, record, form, continuation page, scans, embedded data. The document is read while it is
 * being written, so that no more than one scan is in memory. The same parts give the same bytes; its signature is left
 * open, for whoever has the key.
 * @param take is given the document as soon as something can be read from it
 */
export async function composePackage(parts: PackageParts, take: (document: Document) => void): Promise<void> {
  const { contents, form, scans } = parts
  const strange = form === null ? [] : strangeFields(form)
  if (strange.length > 0) throw new Error(`form and fields.json differ in: ${strange.join(', ')}`)
  const pages = findPages(parts)
  if (pages.end > limits.packagePages + 1) throw new PackageTooLong()
  const name = `Übergabepaket ${contents.caseFile.number}`
  const document = openDocument({ title: `${name} – ${contents.service.title}`, madeAt: contents.madeAt })
  take(document)
  const sheet = newSheet(document)
  ownPages(sheet, parts, pages)
  for (const enclosure of contents.enclosures) {
    const file = scans[enclosure.id]
    if (file === undefined) throw new Error(`no bytes for scan ${enclosure.id}`)
    await placeScan(sheet, enclosure, file)
    await drained(document)
  }
  numberPages(sheet, name)
  sheet.root.end()
  embedData(document, contents)
  endWithSignature(document, contents.seal, contents.madeAt, parts.sealMark)
}

/**
 * Finds out where each part begins by writing our own pages for nothing, until the numbers on the cover no longer
 * move what comes after it. The fonts are set up once, so a further round takes a few milliseconds.
 */
function findPages(parts: PackageParts): PartPages {
  const sheet = newSheet(openDocument({ title: '', madeAt: parts.contents.madeAt }))
  let known: PartPages = { record: 0, form: 0, continuation: 0, enclosures: new Map(), end: 0 }
  for (let round = 0; round < 5; round++) {
    const found = ownPages(sheet, parts, known)
    if (isDeepStrictEqual(found, known)) return known
    known = found
  }
  throw new Error('the page numbers do not settle')
}

/** Everything but the scans; tells on which page each part begins, counted from the cover. */
function ownPages(sheet: Sheet, { contents, form }: PackageParts, known: PartPages): PartPages {
  const before = sheet.document.bufferedPageRange().count
  const nextPage = () => sheet.document.bufferedPageRange().count - before + 1
  cover(sheet, contents, known)
  const recordPage = nextPage()
  record(sheet, contents)
  const formPage = nextPage()
  const leftovers = form === null ? [] : fillForm(sheet, form)
  const continuationPages = nextPage()
  if (form !== null && leftovers.length > 0) continuationPage(sheet, form.title, leftovers)
  return {
    record: recordPage,
    form: form === null ? null : formPage,
    continuation: leftovers.length === 0 ? null : continuationPages,
    ...enclosurePages(contents, nextPage()),
  }
}

/** The scans follow each other, and how many pages each has is known. */
function enclosurePages(
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

/** Waits until what was written has been taken away. */
async function drained(document: Document): Promise<void> {
  while (document.readableLength > 1_000_000) await new Promise((resolve) => setTimeout(resolve, 2))
}
