import type { Upload } from '../../casework/case-file.js'
import type { Refusal } from '../../platform/refusal.js'
import { isRefusal } from '../../platform/refusal.js'
import { limits } from '../limits.js'
import { openPdf } from './open-pdf.js'
import { scanRefusals } from './scan-refusals.js'

/** Looks into a scan. Only in a child. */
export async function inspectScan(
  bytes: Buffer,
  mediaType: Upload['mediaType'],
): Promise<{ pages: number } | Refusal> {
  if (mediaType !== 'application/pdf') return inspectImage(bytes)
  const document = await openPdf(bytes)
  return isRefusal(document) ? document : { pages: document.getPageCount() }
}

async function inspectImage(bytes: Buffer): Promise<{ pages: number } | Refusal> {
  const { sharp } = await import('./sharp.js')
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > limits.pixels) return scanRefusals.tooManyPixels()
    // Decoding it once is the only way to know that it is whole.
    await sharp(bytes, { failOn: 'error', sequentialRead: true }).stats()
    return { pages: 1 }
  } catch {
    return scanRefusals.damaged()
  }
}
