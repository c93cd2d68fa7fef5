import { PDFDict, PDFName, PDFNumber, type PDFPage } from 'pdf-lib'

const hidden = 0b10
const noView = 0b100000

/** Where they bring no looks of their own, a viewer draws none; for all others it may. */
const unseen = ['Link', 'Popup'].map((kind) => PDFName.of(kind))

/** Whether form fields, stamps or notes stand on the page that a viewer shows. */
export function hasLooks(page: PDFPage): boolean {
  const annotations = page.node.Annots()?.asArray() ?? []
  return annotations.some((item) => {
    const annotation = page.doc.context.lookup(item)
    return annotation instanceof PDFDict && mayBeSeen(annotation) && !isHidden(annotation)
  })
}

const mayBeSeen = (annotation: PDFDict): boolean =>
  annotation.has(PDFName.of('AP')) ||
  !unseen.some((kind) => annotation.lookup(PDFName.of('Subtype')) === kind)

function isHidden(annotation: PDFDict): boolean {
  const flags = annotation.lookup(PDFName.of('F'))
  const popup = annotation.lookup(PDFName.of('Subtype')) === PDFName.of('Popup')
  return popup || (flags instanceof PDFNumber && (flags.asNumber() & (hidden | noView)) !== 0)
}
