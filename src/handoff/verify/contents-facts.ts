import { createHash } from 'node:crypto'
import type { Enclosure, PackageContents } from '../package-contents.js'
import { dataIn } from '../package-data.js'
import { composeAgain } from './compose-again.js'
import type { EmbeddedFile } from '../pdfium/embedded-files.js'
import { readPdf, type ReadPdf } from './read-pdf.js'

/** A file that is embedded, or a scan whose pages are in the package. */
export interface Attachment {
  readonly name: string
  readonly kind: 'embedded' | 'scan'
  /** Of a scan: those of the file that was scanned in, as the data give them. */
  readonly bytes: number | null
  readonly sha256: string | null
  readonly ok: boolean
}

/** What is inside a package. */
export interface ContentsFacts {
  readonly packageId: string
  /** Made without a case: nothing in it is to be decided. */
  readonly trial: boolean
  readonly madeWith: string
  readonly ruleSet: { readonly id: string; readonly sha256: string }
  readonly fingerprint: string
  /** Pages of cover and record that say something else than the data. */
  readonly differingPages: readonly number[]
  readonly attachments: readonly Attachment[]
}

/** Compares what is printed with what is embedded; null where the data are missing or are not those of a package. */
export async function contentsFacts(pdf: ReadPdf): Promise<ContentsFacts | null> {
  const contents = dataIn(pdf.files) as PackageContents | null | undefined
  if (contents === null || contents === undefined) return null
  try {
    const { packageId, trial, madeWith, ruleSet, seal } = contents
    return {
      packageId: String(packageId),
      trial: Boolean(trial),
      madeWith: String(madeWith),
      ruleSet: { id: String(ruleSet.id), sha256: String(ruleSet.sha256) },
      fingerprint: String(seal.fingerprint),
      differingPages: await differingPages(contents, pdf.pages),
      attachments: [...pdf.files.map(embedded), ...scans(contents, pdf.pages)],
    }
  } catch {
    return null
  }
}

async function differingPages(contents: PackageContents, pages: readonly string[]): Promise<number[]> {
  const continuation = pages.findIndex((text) => text.startsWith('Fortsetzungsblatt zu „'))
  const layout = { pages: pages.length, continuation: continuation === -1 ? null : continuation + 1 }
  const { bytes, written } = composeAgain(contents, layout)
  const again = await readPdf(bytes)
  if (again === null) throw new Error('what was composed again cannot be read')
  return Array.from({ length: written }, (_, index) => index)
    .filter((index) => again.pages[index] !== pages[index])
    .map((index) => index + 1)
}

const embedded = ({ name, bytes }: EmbeddedFile): Attachment => ({
  name,
  kind: 'embedded',
  bytes: bytes?.length ?? null,
  sha256: bytes === null ? null : createHash('sha256').update(bytes).digest('hex'),
  ok: bytes !== null,
})

/** The scans are the last pages, each under a caption that says which it is. */
function scans({ enclosures }: PackageContents, pages: readonly string[]): Attachment[] {
  let next = pages.length - enclosures.reduce((sum, scan) => sum + scan.pages, 0)
  return enclosures.map((scan) => {
    const own = pages.slice(Math.max(0, next), Math.max(0, next + scan.pages))
    next += scan.pages
    const ok = own.length === scan.pages && own.every((text, index) => isCaptioned(text, scan, index + 1))
    return { name: String(scan.name), kind: 'scan', bytes: scan.bytes, sha256: scan.sha256, ok }
  })
}

// A caption has one line and may be cut short; this much of a name always fits.
const surelyShown = 30

function isCaptioned(text: string, { documentName, pages }: Enclosure, page: number): boolean {
  const close = (words: string) => words.replaceAll(/\s/g, '')
  const shown = close(text)
  return (
    shown.includes(close(documentName.slice(0, surelyShown))) &&
    shown.includes(close(`Seite ${page} von ${pages}`))
  )
}
