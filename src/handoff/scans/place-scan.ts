import { bytesOf, type LentFile } from '../../platform/lent-file.js'
import { isRefusal } from '../../platform/refusal.js'
import { copyPage, drawCopiedPage } from '../foreign/copy-page.js'
import type { Enclosure } from '../package-contents.js'
import { a4 } from '../paper/open-document.js'
import type { Sheet } from '../paper/sheet.js'
import { styles } from '../paper/text-style.js'
import { normalImage } from './normal-image.js'
import { openPdf } from './open-pdf.js'

const frame = { side: 28, top: 44, bottom: 34 } as const

/**
 * Adds the pages of a scan, each on a sheet of its own under a caption.
 * @throws Error if the stored scan is not what it was when it came
 */
export async function placeScan(sheet: Sheet, enclosure: Enclosure, file: LentFile): Promise<void> {
  if (enclosure.mediaType !== 'application/pdf') {
    const { bytes, width, height } = await normalImage(await bytesOf(file))
    placeOn(sheet, enclosure, 1, { width, height }, (x, y, shown) =>
      sheet.document.image(bytes, x, y, { width: shown }),
    )
    return
  }
  const scan = await openPdf(await bytesOf(file))
  if (isRefusal(scan)) throw new Error(`scan ${enclosure.id}: ${scan.message}`)
  for (const [index, page] of scan.getPages().entries()) {
    const copied = copyPage(sheet.document, page, true)
    placeOn(sheet, enclosure, index + 1, copied, (x, y, shown) =>
      drawCopiedPage(sheet.document, copied, x, y, shown),
    )
  }
}

/** Puts a picture on a sheet turned like it, as large as the frame allows, never larger than A4 makes it. */
function placeOn(
  sheet: Sheet,
  enclosure: Enclosure,
  page: number,
  { width, height }: { width: number; height: number },
  draw: (x: number, y: number, width: number) => unknown,
): void {
  const size = width > height ? [a4.height, a4.width] : [a4.width, a4.height]
  const [sheetWidth, sheetHeight] = size as [number, number]
  const room = { width: sheetWidth - 2 * frame.side, height: sheetHeight - frame.top - frame.bottom }
  const shown = Math.min(room.width, (room.height * width) / height)
  sheet.document.addPage({ size, margin: 0 })
  const caption = `Nachweis: ${enclosure.documentName}`
  const origin = `${enclosure.name}, Seite ${page} von ${enclosure.pages}`
  sheet.tag(sheet.root, 'P', () => {
    sheet.print(fitted(sheet, caption, room.width), frame.side, 12, styles.strong)
    sheet.print(fitted(sheet, origin, room.width), frame.side, 26, styles.small)
  })
  sheet.tag(sheet.root, 'Figure', () => draw((sheetWidth - shown) / 2, frame.top, shown), {
    alt: `Eingescannter Nachweis ${enclosure.documentName}, Seite ${page} von ${enclosure.pages}`,
  })
  sheet.y = sheet.bottom
}

/** A caption has one line; its full text stands in the list of enclosures. */
function fitted(sheet: Sheet, text: string, width: number): string {
  const [first = '', ...more] = sheet
    .set([{ text, style: styles.strong }], width - 12)
    .map((line) => line.text)
  return more.length === 0 ? first : `${first} …`
}
