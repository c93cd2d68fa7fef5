import { sizeOf } from '../pdfium/draw-page.js'
import type { OpenedPdf } from '../pdfium/opened-pdf.js'
import { lent } from '../pdfium/pdfium.js'
import { product, turned, type Box, type Matrix } from '../pdf/geometry.js'
import type { MadePlate } from './plates.js'

/** So far from each other the parser and a viewer may see one thing, in points. */
const slack = 0.1

/**
 * Whether a viewer sees on a page what its plate shows: its images where they lie there, and nothing else.
 * @param box where the page lies
 */
export const isSeenSo = (pdf: OpenedPdf, index: number, box: Box, plate: MadePlate): Promise<boolean> =>
  pdf.onPage(index, (page) => {
    const { width, height } = sizeOf(pdf, page)
    const upright = turned(90 * pdf.pdfium._FPDFPage_GetRotation(page), box).matrix
    const images = imagesOn(pdf, page)
    return (
      images?.length === plate.images.length &&
      areNear([width, height], [plate.width, plate.height]) &&
      images.every((matrix, at) => areNear(product(matrix, upright), plate.images[at]!.matrix))
    )
  })

const areNear = (some: readonly number[], others: readonly number[]): boolean =>
  some.every((number, at) => Math.abs(number - others[at]!) <= slack)

// fpdf_edit.h
const text = 1
const image = 3
const invisible = 3

/** Where images lie, in the order in which they are drawn; `null` if not only images are. */
function imagesOn({ pdfium }: OpenedPdf, page: number): Matrix[] | null {
  const count = pdfium._FPDFPage_CountObjects(page)
  const objects = Array.from({ length: count }, (_, index) => pdfium._FPDFPage_GetObject(page, index))
  const kindOf = (object: number) => pdfium._FPDFPageObj_GetType(object)
  const drawn = objects.filter(
    (object) => kindOf(object) !== text || pdfium._FPDFTextObj_GetTextRenderMode(object) !== invisible,
  )
  if (!drawn.every((object) => kindOf(object) === image)) return null
  return lent(pdfium, 6 * 4, (start) =>
    drawn.map((object) => {
      pdfium._FPDFPageObj_GetMatrix(object, start)
      return [...new Float32Array(pdfium.HEAPU8.buffer, start, 6)] as unknown as Matrix
    }),
  )
}
