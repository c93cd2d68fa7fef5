import { isRefusal, type Refusal } from '../../platform/refusal.js'
import { openPdf } from './open-pdf.js'
import { plainPage } from './plain-page.js'
import { openForDrawing } from './draw-pages.js'
import type { ScanPages } from './scan-pages.js'

/** The pages of a PDF: taken over where a page is nothing but images, drawn anew where it is more. */
export async function pdfPages(file: Buffer): Promise<ScanPages | Refusal> {
  const document = await openPdf(file)
  if (isRefusal(document)) return document
  const pages = document.getPages()
  let drawing: ReturnType<typeof openForDrawing> | undefined
  return {
    count: pages.length,
    page: async (index) => {
      const found = plainPage(pages[index]!)
      if (typeof found === 'object') return { plate: found, redrawn: null }
      const { draw } = await (drawing ??= openForDrawing(file))
      return { plate: await draw(index), redrawn: found }
    },
  }
}
