import Pdf from 'pdfkit'
import { useNotoSans } from './fonts.js'
import { universalAccessibility } from './xmp.js'

export type Document = PDFKit.PDFDocument

/** Takes the bytes of a document as they are written; they may be used for something else afterwards. */
export type Write = (bytes: Uint8Array) => void

export const a4 = { width: 595.28, height: 841.89 } as const

/** What all PDFs that we draw have in common. */
export const asOurs = (title: string, date: Date) =>
  ({
    // None of the built-in fonts: PDF/A wants every font embedded.
    font: '',
    autoFirstPage: false,
    bufferPages: true,
    size: [a4.width, a4.height],
    margin: 0,
    pdfVersion: '1.7',
    lang: 'de-DE',
    displayTitle: true,
    info: {
      Title: title,
      Producer: 'Verwaltungslotse',
      Creator: 'Verwaltungslotse',
      CreationDate: date,
      ModDate: date,
    },
  }) satisfies PDFKit.PDFDocumentOptions

/**
 * Opens a document of our own: tagged, PDF/A-3a, German, with fixed dates, so that the same contents give the same
 * bytes. The title must not name a person: it shows in windows and file lists.
 * @param madeAt ISO instant that the document gives as its time of making.
 * @param write is given everything at once, so that nothing of the document waits in memory; without it nobody reads it.
 */
export function openDocument(
  { title, madeAt }: { title: string; madeAt: string },
  write: Write = () => undefined,
): Document {
  // The metadata are XML, and the library writes the title into them as it is.
  const plainTitle = title.replaceAll('&', 'und').replaceAll(/[<>]/g, '')
  const document = new Pdf({
    ...asOurs(plainTitle, new Date(madeAt)),
    subset: 'PDF/A-3a',
    tagged: true,
  })
  // The library would keep what it writes until somebody reads it as a stream; so far that is the head of the file.
  write(document.read() as unknown as Buffer)
  document.push = (bytes: Uint8Array | null) => {
    if (bytes !== null) write(bytes)
    return true
  }
  useNotoSans(document)
  document.appendXML(universalAccessibility)
  return document
}
