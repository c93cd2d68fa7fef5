import { embeddedFiles, type EmbeddedFile } from '../pdfium/embedded-files.js'
import { withPdf, type OpenedPdf } from '../pdfium/opened-pdf.js'
import { answered } from '../pdfium/pdfium.js'

export interface SignatureSeen {
  readonly contents: Buffer
  readonly range: readonly number[]
}

/** What a reader other than our writer finds in a PDF file. */
export interface ReadPdf {
  /** The text of each page, with single spaces. */
  readonly pages: readonly string[]
  readonly files: readonly EmbeddedFile[]
  readonly signatures: readonly SignatureSeen[]
}

const mostSignatures = 100

/** Reads a file with PDFium; null if it is no PDF that can be read. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf | null> {
  try {
    return await withPdf(bytes, async (pdf) => ({
      pages: await texts(pdf),
      files: embeddedFiles(pdf),
      signatures: signatures(pdf),
    }))
  } catch {
    return null
  }
}

async function texts(pdf: OpenedPdf): Promise<string[]> {
  const found: string[] = []
  for (let index = 0; index < pdf.pageCount; index++)
    found.push(await pdf.onPage(index, (page) => pdf.textOf(page).replaceAll(/\s+/g, ' ').trim()))
  return found
}

function signatures({ pdfium, document }: OpenedPdf): SignatureSeen[] {
  const count = Math.min(mostSignatures, pdfium._FPDF_GetSignatureCount(document))
  return Array.from({ length: count }, (_, index) => {
    const signature = pdfium._FPDF_GetSignatureObject(document, index)
    const contents = answered(pdfium, (buffer, length) =>
      pdfium._FPDFSignatureObj_GetContents(signature, buffer, length),
    )
    const range = answered(pdfium, (buffer, length) => {
      const numbers = pdfium._FPDFSignatureObj_GetByteRange(signature, buffer, Math.floor(length / 4))
      return 4 * numbers
    })
    return { contents, range: Array.from({ length: range.length / 4 }, (_, at) => range.readInt32LE(4 * at)) }
  })
}
