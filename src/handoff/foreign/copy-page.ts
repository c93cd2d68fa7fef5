import { inflateSync } from 'node:zlib'
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  PDFRef,
  type PDFObject,
  type PDFPage,
} from 'pdf-lib'
import type { Document } from '../paper/open-document.js'
import { appearancesOn } from './appearances.js'
import { Transplant } from './transplant.js'

/** A page as one drawable object, upright, with its lower left corner at 0, 0. Sizes in points. */
export interface CopiedPage {
  readonly drawing: PDFKit.PDFKitReference
  readonly width: number
  readonly height: number
}

// More than any scanned page unpacks to; a stream that goes beyond is not a page but an attack.
const largestContent = 64_000_000

/**
 * Copies what is seen of a page: its content with what that needs, and with `annotations` the looks of form fields
 * and stamps that stand on it. Actions, scripts, links and attachments stay behind.
 */
export function copyPage(into: Document, page: PDFPage, annotations: boolean): CopiedPage {
  const transplant = new Transplant(into, page.doc.context)
  const { x, y, width, height } = page.getCropBox()
  const box = [x, y, x + width, y + height]
  const looks = annotations ? appearancesOn(page) : []
  const names: Record<string, unknown> = { Page: pageContent(into, page, transplant, box) }
  const drawing = ['q /Page Do Q']
  for (const [index, { stream, placement }] of looks.entries()) {
    names[`Look${index}`] = transplant.stream(stream, { Type: 'XObject', Subtype: 'Form' })
    drawing.push(`q ${placement.map((number) => number.toFixed(4)).join(' ')} cm /Look${index} Do Q`)
  }
  const upright = turned(page.getRotation().angle, box)
  const whole = into.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: box,
    Matrix: upright.matrix,
    Resources: { XObject: names },
  })
  whole.end(Buffer.from(drawing.join('\n'), 'latin1'))
  return { drawing: whole, width: upright.width, height: upright.height }
}

function pageContent(
  into: Document,
  page: PDFPage,
  transplant: Transplant,
  box: readonly number[],
): PDFKit.PDFKitReference {
  const group = page.node.lookup(PDFName.of('Group'))
  const form = {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: box,
    Resources: transplant.value(page.node.Resources()) ?? {},
    ...(group instanceof PDFDict ? { Group: transplant.value(group) } : {}),
  }
  const streams = contentStreams(page)
  const [first] = streams
  if (streams.length === 1 && first !== undefined) return transplant.stream(first, form)
  const content = into.ref(form)
  content.end(Buffer.concat(streams.flatMap((stream) => [unpacked(stream), Buffer.from('\n')])))
  return content
}

/** The parts of a page's content, in their order. */
export function contentStreams(page: PDFPage): PDFRawStream[] {
  const contents: PDFObject | undefined = page.node.Contents()
  if (contents instanceof PDFRawStream) return [contents]
  if (!(contents instanceof PDFArray)) return []
  return contents
    .asArray()
    .map((item) => (item instanceof PDFRef ? page.doc.context.lookup(item) : item))
    .filter((item) => item instanceof PDFRawStream)
}

/** The parts of a page's content have to be joined unpacked, because a part may end in the middle of a command. */
export function unpacked(stream: PDFRawStream): Uint8Array {
  const filter = stream.dict.lookup(PDFName.of('Filter'))
  const plainFlate = filter === PDFName.of('FlateDecode') && !stream.dict.has(PDFName.of('DecodeParms'))
  if (plainFlate) return inflateSync(stream.getContents(), { maxOutputLength: largestContent })
  return filter === undefined ? stream.getContents() : decodePDFRawStream(stream).decode()
}

/** Turns a page as its `/Rotate` says and moves its corner to 0, 0. */
function turned(
  angle: number,
  [left, bottom, right, top]: readonly number[],
): { matrix: number[]; width: number; height: number } {
  const [width, height] = [right! - left!, top! - bottom!]
  switch (((angle % 360) + 360) % 360) {
    case 90:
      return { matrix: [0, -1, 1, 0, -bottom!, right!], width: height, height: width }
    case 180:
      return { matrix: [-1, 0, 0, -1, right!, top!], width, height }
    case 270:
      return { matrix: [0, 1, -1, 0, top!, -left!], width: height, height: width }
    default:
      return { matrix: [1, 0, 0, 1, -left!, -bottom!], width, height }
  }
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
