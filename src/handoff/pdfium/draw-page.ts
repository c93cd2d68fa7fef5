import { limits } from '../limits.js'
import type { OpenedPdf } from './opened-pdf.js'
import { memoryOf } from './pdfium.js'

/** A drawn page, upright, four bytes a dot: red, green, blue and how opaque it is, which is always entirely. */
export interface DrawnPage {
  readonly bytes: Buffer
  readonly width: number
  readonly height: number
  readonly channels: 4
}

/** How finely a page is drawn. One with more dots is drawn coarser, instead of filling the memory of the child. */
interface Fineness {
  readonly dpi: number
  readonly mostDots: number
}

const pointsPerInch = 72

// fpdfview.h
const withTransparency = 4
const withAnnotations = 0x01
const redFirst = 0x10

/**
 * Draws a page of a foreign PDF with the looks of fields and stamps, and with nothing that acts. The same bytes give the
 * same dots.
 * @param take has the dots until it is done: they are a view of PDFium's memory and no copy, as a page has 35 MB
 */
export async function drawPage<T>(
  pdf: OpenedPdf,
  page: number,
  fineness: Fineness,
  take: (drawn: DrawnPage) => Promise<T>,
): Promise<T> {
  const { pdfium } = pdf
  const { width, height } = dotsOf(sizeOf(pdf, page), fineness)
  const length = width * height * 4
  const start = memoryOf(pdfium, length)
  const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, withTransparency, start, width * 4)
  try {
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, withAnnotations | redFirst)
    pdfium._FORM_OnAfterLoadPage(page, pdf.form)
    pdfium._FPDF_FFLDraw(pdf.form, bitmap, page, 0, 0, width, height, 0, redFirst)
    pdfium._FORM_OnBeforeClosePage(page, pdf.form)
    return await take({
      bytes: Buffer.from(pdfium.HEAPU8.buffer, start, length),
      width,
      height,
      channels: 4,
    })
  } finally {
    pdfium._FPDFBitmap_Destroy(bitmap)
    pdfium.wasmExports.free(start)
  }
}

/** The sides of a page as it is shown, in points. */
export const sizeOf = ({ pdfium }: OpenedPdf, page: number): { width: number; height: number } => ({
  width: pdfium._FPDF_GetPageWidth(page),
  height: pdfium._FPDF_GetPageHeight(page),
})

function dotsOf(points: { width: number; height: number }, { dpi, mostDots }: Fineness) {
  const scale = Math.min(dpi / pointsPerInch, Math.sqrt(mostDots / (points.width * points.height)))
  const width = Math.max(1, Math.round(points.width * scale))
  const height = Math.max(1, Math.round(points.height * scale))
  if (width * height > limits.pixels) throw new Error('a page has sides that cannot be drawn')
  return { width, height }
}
