import { PDFDict, PDFName, type PDFPage, type PDFRawStream } from 'pdf-lib'
import type { Document } from '../paper/open-document.js'
import { contentStreams, unpacked } from '../pdf/page-content.js'
import { sizeOf } from '../pdf/geometry.js'
import { shownBox } from '../pdf/shown-box.js'
import { Transplant } from './transplant.js'

/** A page as one drawable object, with its lower left corner at 0, 0. Sizes in points. */
interface CopiedPage {
  readonly drawing: PDFKit.PDFKitReference
  readonly width: number
  readonly height: number
}

/** Copies what is seen of a page that is not turned: its content with what that needs. Nothing that acts comes along. */
export function copyPage(into: Document, page: PDFPage): CopiedPage {
  const transplant = new Transplant(into, page.doc.context)
  const box = shownBox(page)
  const group = page.node.lookup(PDFName.of('Group'))
  const form = {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: box,
    Matrix: [1, 0, 0, 1, -box[0], -box[1]],
    Resources: transplant.value(page.node.Resources()) ?? {},
    ...(group instanceof PDFDict ? { Group: transplant.value(group) } : {}),
  }
  return { drawing: drawingOf(into, contentStreams(page), transplant, form), ...sizeOf(box) }
}

function drawingOf(
  into: Document,
  streams: readonly PDFRawStream[],
  transplant: Transplant,
  form: Record<string, unknown>,
): PDFKit.PDFKitReference {
  const [first] = streams
  if (streams.length === 1 && first !== undefined) return transplant.stream(first, form)
  const content = into.ref(form)
  content.end(Buffer.concat(streams.flatMap((stream) => [unpacked(stream), Buffer.from('\n')])))
  return content
}

/** Draws a copied page with its upper left corner at `x`, `y`, in the given width. */
export function drawCopiedPage(
  document: Document,
  { drawing, width, height }: CopiedPage,
  x: number,
  y: number,
  shownWidth: number,
): void {
  const scale = shownWidth / width
  const name = `Copied${drawing.id}`
  const names = document.page.xobjects as Record<string, unknown>
  names[name] = drawing
  document.save()
  document.transform(scale, 0, 0, -scale, x, y + height * scale)
  document.addContent(`/${name} Do`)
  document.restore()
}
