import { PDFiumModule } from '@hyzyla/pdfium'
import { limits } from '../limits.js'
import { pictureOf, type Picture } from './picture.js'
import type { MadePlate } from './plates.js'

const pointsPerInch = 72
const dotsPerInch = 300
/** A3 at 300 dpi; larger sheets are drawn coarser. */
const mostPixels = 18_000_000
const longestText = 4_000

// Numbers of the library (fpdfview.h).
const withSpareByte = 3
const withAnnotations = 0x01
const redFirst = 0x10
const versionOfCallbacks = 2

/**
 * Opens a PDF to draw its pages as images, with the looks of fields and stamps and with nothing that acts. The library
 * runs as WebAssembly: what goes wrong in it stays in its own memory.
 * @throws Error if it cannot open the file
 */
export async function openForDrawing(file: Buffer): Promise<{ draw: (index: number) => Promise<MadePlate> }> {
  const pdfium = await PDFiumModule({})
  pdfium._FPDF_InitLibraryWithConfig({ version: 2 })
  const { malloc, free } = pdfium.wasmExports
  const at = malloc(file.length)
  pdfium.HEAPU8.set(file, at)
  const document = pdfium._FPDF_LoadMemDocument(at, file.length, 0)
  if (document === 0) throw new Error('the PDF cannot be opened for drawing')

  const fields = fieldsOf(pdfium, document)

  const draw = async (index: number): Promise<MadePlate> => {
    const page = pdfium._FPDF_LoadPage(document, index)
    if (page === 0) throw new Error(`page ${index + 1} cannot be drawn`)
    try {
      const [width, height] = [pdfium._FPDF_GetPageWidth(page), pdfium._FPDF_GetPageHeight(page)]
      const picture = await drawn(page, width, height)
      return {
        width,
        height,
        images: [{ ...picture, matrix: [width, 0, 0, height, 0, 0] }],
        text: text(page),
      }
    } finally {
      pdfium._FPDF_ClosePage(page)
    }
  }

  const drawn = async (page: number, pageWidth: number, pageHeight: number): Promise<Picture> => {
    const scale = Math.min(dotsPerInch / pointsPerInch, Math.sqrt(mostPixels / (pageWidth * pageHeight)))
    const width = Math.max(1, Math.round(pageWidth * scale))
    const height = Math.max(1, Math.round(pageHeight * scale))
    if (width * height > limits.pixels) throw new Error('a page has sides that cannot be drawn')
    const length = width * height * 4
    const start = malloc(length)
    const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, withSpareByte, start, width * 4)
    try {
      pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
      pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, withAnnotations | redFirst)
      pdfium._FORM_OnAfterLoadPage(page, fields)
      pdfium._FPDF_FFLDraw(fields, bitmap, page, 0, 0, width, height, 0, redFirst)
      pdfium._FORM_OnBeforeClosePage(page, fields)
      // A view and no copy: a page is 35 MB, and nothing else happens in that memory until it is packed.
      const bytes = Buffer.from(pdfium.HEAPU8.buffer, start, length)
      return await pictureOf({ bytes, width, height, channels: 4 })
    } finally {
      pdfium._FPDFBitmap_Destroy(bitmap)
      free(start)
    }
  }

  const text = (page: number): string | null => {
    const reading = pdfium._FPDFText_LoadPage(page)
    if (reading === 0) return null
    const most = Math.min(pdfium._FPDFText_CountChars(reading), longestText)
    const start = malloc((most + 1) * 2)
    try {
      const read = most <= 0 ? 0 : pdfium._FPDFText_GetText(reading, 0, most, start)
      const found = Buffer.from(pdfium.HEAPU8.slice(start, start + Math.max(0, read - 1) * 2)).toString(
        'utf16le',
      )
      return (
        found
          .toWellFormed()
          .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
          .trim()
          .normalize('NFC') || null
      )
    } finally {
      free(start)
      pdfium._FPDFText_ClosePage(reading)
    }
  }

  return { draw }
}

/** Lets form fields be drawn. All that the library could ask of a viewer stays empty, so that nothing answers. */
function fieldsOf(pdfium: Awaited<ReturnType<typeof PDFiumModule>>, document: number): number {
  const length = 256
  const callbacks = pdfium.wasmExports.malloc(length)
  pdfium.HEAPU8.fill(0, callbacks, callbacks + length)
  pdfium.HEAPU8[callbacks] = versionOfCallbacks
  return pdfium._FPDFDOC_InitFormFillEnvironment(document, callbacks)
}
