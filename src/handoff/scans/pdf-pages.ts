import { mostPages, uploadRefusals } from '../../casework/upload-refusals.js'
import { isRefusal, type Refusal } from '../../platform/refusal.js'
import { OpenedPdf } from '../pdfium/opened-pdf.js'
import { openPdf } from './open-pdf.js'
import { plainPage } from './plain-page.js'
import { drawPlate } from './draw-plate.js'
import type { ScanPages } from './scan-pages.js'
import { scanRefusals } from './scan-refusals.js'

/** The pages of a PDF: taken over where a page is nothing but images, drawn anew where it is more. */
export async function pdfPages(file: Buffer): Promise<ScanPages | Refusal> {
  const scan = await openPdf(file)
  if (isRefusal(scan)) return scan
  if (scan.isAmbiguous) return drawnPages(file)
  const pages = scan.document.getPages()
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

/** Every page as a viewer shows it, and as many as it shows. */
async function drawnPages(file: Buffer): Promise<ScanPages | Refusal> {
  const opened = await OpenedPdf.open(file)
  const count = opened.pageCount
  if (count === 0) return scanRefusals.damaged()
  if (count > mostPages) return uploadRefusals.tooManyPages('', count)
  return { count, page: async (index) => ({ plate: await drawPlate(opened, index), redrawn: 'content' }) }
}
