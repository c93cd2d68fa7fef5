import type { PDFPage } from 'pdf-lib'
import type { WhyRedrawn } from '../../casework/case-file.js'
import { mostPages, uploadRefusals } from '../../casework/upload-refusals.js'
import { isRefusal, type Refusal } from '../../platform/refusal.js'
import { OpenedPdf } from '../pdfium/opened-pdf.js'
import { rewritten } from '../pdfium/rewritten.js'
import { drawPlate } from './draw-plate.js'
import { openPdf } from './open-pdf.js'
import { hasTrueCounts } from './page-tree.js'
import { imagesOnly } from './images-only.js'
import type { MadePlate } from './plates.js'
import type { ScanPages } from './scan-pages.js'
import { scanRefusals } from './scan-refusals.js'
import { isSeenSo } from './seen-page.js'
import { shownBox } from '../pdf/shown-box.js'

/**
 * The pages of a PDF as a viewer sees them: taken over where a page is nothing but images, drawn anew where it is more.
 * The parser reads a file from top to bottom, a viewer follows its table and may see another file in it. So the parser
 * gets to read what the viewer sees.
 */
export async function pdfPages(file: Buffer): Promise<ScanPages | Refusal> {
  // What the viewer does not see may do harm in another.
  const all = await openPdf(file)
  if (isRefusal(all)) return all
  // Stays open for its pages; the child ends with its scan.
  const opened = await OpenedPdf.open(file)
  const count = opened.pageCount
  if (count === 0) return scanRefusals.damaged()
  if (count > mostPages) return uploadRefusals.tooManyPages('', count)
  const seen = await openPdf(rewritten(opened))
  if (isRefusal(seen)) return seen
  const pages = seen.getPages()
  const isSure = pages.length === count && hasTrueCounts(seen)
  return {
    count,
    page: async (index) => {
      const found = isSure ? await takenOver(pages[index]!, opened, index) : 'content'
      if (typeof found === 'object') return { plate: found, redrawn: null }
      return { plate: await drawPlate(opened, index), redrawn: found }
    },
  }
}

async function takenOver(page: PDFPage, opened: OpenedPdf, index: number): Promise<MadePlate | WhyRedrawn> {
  const found = imagesOnly(page)
  if (typeof found === 'string') return found
  return (await isSeenSo(opened, index, shownBox(page), found)) ? found : 'content'
}
