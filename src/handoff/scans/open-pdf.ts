import { PDFArray, PDFDict, PDFDocument, PDFName, PDFStream, type PDFObject } from 'pdf-lib'
import type { Refusal } from '../../platform/refusal.js'
import { mostPages, uploadRefusals } from '../../casework/upload-refusals.js'
import { scanRefusals } from './scan-refusals.js'

/** The parsed file, or why it is not taken. Only in a child: a hostile file can keep the parser busy for long. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocument | Refusal> {
  let document: PDFDocument
  try {
    document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
    const pages = document.getPageCount()
    if (pages === 0) return scanRefusals.damaged()
    if (pages > mostPages) return uploadRefusals.tooManyPages('', pages)
    for (const page of document.getPages()) if (!hasArea(page.getCropBox())) return scanRefusals.damaged()
  } catch {
    // What is encrypted may fail in many ways before the library comes to say so.
    return Buffer.from(bytes).includes('/Encrypt') ? scanRefusals.encrypted() : scanRefusals.damaged()
  }
  return isActive(document) ? scanRefusals.active() : document
}

const hasArea = ({ width, height }: { width: number; height: number }): boolean => width >= 1 && height >= 1

const activeKeys = ['JS', 'JavaScript', 'XFA', 'EmbeddedFiles', 'EF'].map((key) => PDFName.of(key))
const activeActions = ['JavaScript', 'Launch', 'ImportData', 'SubmitForm', 'Rendition', 'GoToE'].map((key) =>
  PDFName.of(key),
)

const deepest = 16

/** Whether the file can do something, or carries other files. A link to a page or address alone is no harm. */
function isActive(document: PDFDocument): boolean {
  return document.context.enumerateIndirectObjects().some(([, object]) => holdsAction(object, 0))
}

function holdsAction(object: PDFObject, depth: number): boolean {
  if (object instanceof PDFDict && isAction(object)) return true
  return depth < deepest && partsOf(object).some((part) => holdsAction(part, depth + 1))
}

function isAction(dictionary: PDFDict): boolean {
  const action = dictionary.get(PDFName.of('S'))
  return activeKeys.some((key) => dictionary.has(key)) || activeActions.some((name) => name === action)
}

/** What lies directly in the object; what it refers to is an object of the file, and looked at as such. */
function partsOf(object: PDFObject): PDFObject[] {
  if (object instanceof PDFStream) return [object.dict]
  if (object instanceof PDFArray) return object.asArray()
  return object instanceof PDFDict ? object.values() : []
}
