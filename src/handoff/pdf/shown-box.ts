import type { PDFPage } from 'pdf-lib'
import { overlap, sizeOf, type Box } from './geometry.js'

/** What a viewer shows of a page: what is cut out, as far as it lies on the sheet. */
export const shownBox = (page: PDFPage): Box => overlap(boxOf(page.getCropBox()), boxOf(page.getMediaBox()))

/** Whether a viewer shows anything of a page. */
export function hasArea(page: PDFPage): boolean {
  const { width, height } = sizeOf(shownBox(page))
  return width >= 1 && height >= 1
}

type Rectangle = ReturnType<PDFPage['getMediaBox']>

/** Where a rectangle of a file lies, which may name any two corners that lie opposite each other. */
export const boxOf = ({ x, y, width, height }: Rectangle): Box => [
  Math.min(x, x + width),
  Math.min(y, y + height),
  Math.max(x, x + width),
  Math.max(y, y + height),
]
