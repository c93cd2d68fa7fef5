import { PDFiumLibrary } from '@hyzyla/pdfium'
import { sharp } from '../scans/sharp.js'

/** A page as a PNG, upright. Sizes in dots. */
export interface PagePicture {
  readonly png: Buffer
  readonly width: number
  readonly height: number
}

// An A3 page at 300 dpi has 17 million. Larger pages get coarser instead of filling the memory of the child.
const mostDots = 36_000_000

let library: Promise<PDFiumLibrary> | undefined

/**
 * Renders a page of a foreign PDF as a picture. Only in a child: what renders was written to survive hostile files,
 * and may still take long. The same bytes give the same picture.
 * @param pageIndex from 0
 */
export async function rasterise(pdf: Uint8Array, pageIndex: number, dpi: number): Promise<PagePicture> {
  const document = await (await (library ??= PDFiumLibrary.init())).loadDocument(pdf)
  try {
    const page = document.getPage(pageIndex)
    const { originalWidth, originalHeight } = page.getOriginalSize()
    const scale = Math.min(dpi / 72, Math.sqrt(mostDots / (originalWidth * originalHeight)))
    const [width, height] = [originalWidth, originalHeight].map((points) => Math.round(points * scale)) as [
      number,
      number,
    ]
    const { data } = await page.render({ width, height, scale: 1 })
    return { png: await asPng(data, width, height), width, height }
  } finally {
    document.destroy()
  }
}

/** Grey where nothing is coloured: a form in black on white becomes a third as large. */
async function asPng(dots: Uint8Array, width: number, height: number): Promise<Buffer> {
  const picture = sharp(dots, { raw: { width, height, channels: 4 } }).removeAlpha()
  return (isGrey(dots) ? picture.toColourspace('b-w') : picture).png({ compressionLevel: 6 }).toBuffer()
}

function isGrey(dots: Uint8Array): boolean {
  for (let at = 0; at < dots.length; at += 4) {
    if (Math.abs(dots[at]! - dots[at + 1]!) > 2 || Math.abs(dots[at + 1]! - dots[at + 2]!) > 2) return false
  }
  return true
}
