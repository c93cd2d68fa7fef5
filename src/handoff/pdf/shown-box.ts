import type { PDFPage } from 'pdf-lib'
import { overlap, type Box } from './geometry.js'

/** What a viewer shows of a page: what is cut out, as far as it lies on the sheet. */
export const shownBox = (page: PDFPage): Box => overlap(boxOf(page.getCropBox()), boxOf(page.getMediaBox()))

type Rectangle = ReturnType<PDFPage['getMediaBox']>

/** A file may name any two corners that lie opposite each other. */
const boxOf = ({ x, y, width, height }: Rectangle): Box => [
  Math.min(x, x + width),
  Math.min(y, y + height),
  Math.max(x, x + width),
  Math.max(y, y + height),
]
