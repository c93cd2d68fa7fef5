import { PDFDocument, PDFRef } from 'pdf-lib'
import type { Refusal } from '../../platform/refusal.js'
import { mostPages, uploadRefusals } from '../../casework/upload-refusals.js'
import { findingIn, type Finding } from '../pdf/active-content.js'
import { GuardedParser } from './guarded-parser.js'
import { countPages, isPayable, isWhole } from './page-tree.js'
import { scanRefusals } from './scan-refusals.js'

/** The parsed file, or why it is not taken. Only in a child: a hostile file can keep the parser busy for long. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocument | Refusal> {
  const parser = new GuardedParser(bytes)
  try {
    const document = await documentOf(parser)
    return refuseFindings(document, parser) ?? refusePages(document) ?? document
  } catch {
    if (parser.gaveUp) return scanRefusals.tooCostly()
    // What is encrypted may fail in many ways before the library comes to say so.
    return Buffer.from(bytes).includes('/Encrypt') ? scanRefusals.encrypted() : scanRefusals.damaged()
  }
}

async function documentOf(parser: GuardedParser): Promise<PDFDocument> {
  const context = await parser.parseDocument()
  if (!(context.trailerInfo.Root instanceof PDFRef)) throw new Error('the catalogue is no object of the file')
  // What PDFDocument.load does with a parser of its own; its constructor is hidden from TypeScript alone.
  return Reflect.construct(PDFDocument, [context, false, false]) as PDFDocument
}

const refusalOf: Readonly<Record<Finding, () => Refusal>> = {
  active: scanRefusals.active,
  costly: scanRefusals.tooCostly,
}

function refuseFindings({ context }: PDFDocument, parser: GuardedParser): Refusal | null {
  if (parser.hidesObjects()) return scanRefusals.tooCostly()
  const objects = context.enumerateIndirectObjects().map(([, object]) => object)
  for (const object of [...objects, ...parser.replaced]) {
    const finding = findingIn(context, object)
    if (finding !== null) return refusalOf[finding]()
  }
  return null
}

function refusePages(document: PDFDocument): Refusal | null {
  const pages = countPages(document)
  if (pages === null || pages === 0) return scanRefusals.damaged()
  if (pages > mostPages) return uploadRefusals.tooManyPages('', pages)
  if (!document.getPages().every(isWhole)) return scanRefusals.damaged()
  return document.getPages().every(isPayable) ? null : scanRefusals.tooCostly()
}
