import { drawPage, sizeOf } from '../pdfium/draw-page.js'
import type { OpenedPdf } from '../pdfium/opened-pdf.js'
import { pictureOf } from './picture.js'
import type { MadePlate } from './plates.js'

/** A3 at 300 dpi; larger sheets are drawn coarser. */
const fineness = { dpi: 300, mostDots: 18_000_000 } as const
const longestText = 4_000

/** A page drawn as one image. */
export const drawPlate = (pdf: OpenedPdf, index: number): Promise<MadePlate> =>
  pdf.onPage(index, async (page) => {
    const { width, height } = sizeOf(pdf, page)
    const picture = await drawPage(pdf, page, fineness, pictureOf)
    return {
      width,
      height,
      images: [{ ...picture, matrix: [width, 0, 0, height, 0, 0] }],
      text: inOneLine(pdf.textOf(page, longestText)) || null,
    }
  })

const inOneLine = (text: string): string =>
  text
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .normalize('NFC')
