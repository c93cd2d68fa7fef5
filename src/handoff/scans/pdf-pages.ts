import { isRefusal, type Refusal } from '../../platform/refusal.js'
import { OpenedPdf } from '../pdfium/opened-pdf.js'
import { openPdf } from './open-pdf.js'
import { plainPage } from './plain-page.js'
import { drawPlate } from './draw-plate.js'
import type { ScanPages } from './scan-pages.js'

/** The pages of a PDF: taken over where a page is nothing but images, drawn anew where it is more. */
export async function pdfPages(file: Buffer): Promise<ScanPages | Refusal> {
  const document = await openPdf(file)
  if (isRefusal(document)) return document
  const pages = document.getPages()
  // Stays open for further pages; the child ends with its scan.
  let opened: Promise<OpenedPdf> | undefined
  return {
    count: pages.length,
    page: async (index) => {
      const found = plainPage(pages[index]!)
      if (typeof found === 'object') return { plate: found, redrawn: null }
      return { plate: await drawPlate(await (opened ??= OpenedPdf.open(file)), index), redrawn: found }
    },
  }
}
