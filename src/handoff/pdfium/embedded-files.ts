import type { OpenedPdf } from './opened-pdf.js'
import { answered, lent, type Pdfium } from './pdfium.js'

export interface EmbeddedFile {
  readonly name: string
  /** null if it cannot be read. */
  readonly bytes: Buffer | null
}

const mostFiles = 100

/** The files that are embedded in a PDF. */
export function embeddedFiles({ pdfium, document }: OpenedPdf): EmbeddedFile[] {
  const count = Math.min(mostFiles, pdfium._FPDFDoc_GetAttachmentCount(document))
  return Array.from({ length: count }, (_, index) => {
    const file = pdfium._FPDFDoc_GetAttachment(document, index)
    const name = answered(pdfium, (buffer, length) => pdfium._FPDFAttachment_GetName(file, buffer, length))
    return { name: name.toString('utf16le').replace(/\0$/, ''), bytes: contentOf(pdfium, file) }
  })
}

const contentOf = (pdfium: Pdfium, file: number): Buffer | null =>
  lent(pdfium, 4, (needed) => {
    const sizeFor = (buffer: number, length: number) => {
      const isThere = pdfium._FPDFAttachment_GetFile(file, buffer, length, needed) !== 0
      return isThere ? Buffer.from(pdfium.HEAPU8.slice(needed, needed + 4)).readUInt32LE() : -1
    }
    return sizeFor(0, 0) === -1 ? null : answered(pdfium, sizeFor)
  })
