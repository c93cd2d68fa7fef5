import { drawPage, type DrawnPage } from '../pdfium/draw-page.js'
import { withPdf } from '../pdfium/opened-pdf.js'
import { sharp } from '../sharp.js'

/** A page as a PNG, upright. Sizes in dots. */
export interface PagePicture {
  readonly png: Buffer
  readonly width: number
  readonly height: number
}

// An A3 page at 300 dpi has 17 million.
const mostDots = 36_000_000

/** Draws the pages of a PDF as pictures, one after the other. The same bytes give the same pictures. */
export const rasterise = (pdf: Uint8Array, dpi: number): Promise<PagePicture[]> =>
  withPdf(pdf, async (opened) => {
    const pictures: PagePicture[] = []
    for (let index = 0; index < opened.pageCount; index++)
      pictures.push(
        await opened.onPage(index, (page) => drawPage(opened, page, { dpi, mostDots }, pictureOf)),
      )
    return pictures
  })

async function pictureOf(drawn: DrawnPage): Promise<PagePicture> {
  const { width, height } = drawn
  return { png: await asPng(drawn), width, height }
}

/** Grey where nothing is coloured: a form in black on white becomes a third as large. */
function asPng({ bytes, width, height, channels }: DrawnPage): Promise<Buffer> {
  const picture = sharp(bytes, { raw: { width, height, channels } }).removeAlpha()
  return (isGrey(bytes) ? picture.toColourspace('b-w') : picture).png({ compressionLevel: 6 }).toBuffer()
}

function isGrey(dots: Uint8Array): boolean {
  for (let at = 0; at < dots.length; at += 4) {
    if (Math.abs(dots[at]! - dots[at + 1]!) > 2 || Math.abs(dots[at + 1]! - dots[at + 2]!) > 2) return false
  }
  return true
}
