import Pdf from 'pdfkit'
import { useNotoSans } from './fonts.js'
import { universalAccessibility } from './xmp.js'

export type Document = PDFKit.PDFDocument

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
 */
export function openDocument({ title, madeAt }: { title: string; madeAt: string }): Document {
  // The metadata are XML, and the library writes the title into them as it is.
  const plainTitle = title.replaceAll('&', 'und').replaceAll(/[<>]/g, '')
  const document = new Pdf({
    ...asOurs(plainTitle, new Date(madeAt)),
    subset: 'PDF/A-3a',
    tagged: true,
  })
  useNotoSans(document)
  document.appendXML(universalAccessibility)
  return document
}
