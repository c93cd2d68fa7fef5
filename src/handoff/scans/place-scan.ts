import { piecesOf, type LentFile } from '../../platform/lent-file.js'
import type { Enclosure } from '../package-contents.js'
import { writeImage } from './write-image.js'
import { a4 } from '../paper/open-document.js'
import type { Sheet } from '../paper/sheet.js'
import { styles, type TextStyle } from '../paper/text-style.js'
import { readPlates, type Plate } from './plates.js'

const frame = { side: 28, top: 44, bottom: 34 } as const

type Reference = PDFKit.PDFKitReference

/**
 * Adds the pages of a scan from its plates, each on a sheet of its own under a caption.
 * @throws Error if the plates are not whole, or of another number of pages
 */
export function placeScan(sheet: Sheet, enclosure: Enclosure, plates: LentFile): void {
  let page = 0
  for (const { plate, bytesOf } of readPlates(piecesOf(plates))) {
    page++
    const images = plate.images.map((image) => writeImage(sheet.document, image, bytesOf(image)))
    placeOn(sheet, enclosure, page, plate, images)
  }
  if (page !== enclosure.pages) throw new Error(`scan ${enclosure.id} has ${page} plates`)
}

/** Puts a page on a sheet turned like it, as large as the frame allows. */
function placeOn(
  sheet: Sheet,
  enclosure: Enclosure,
  page: number,
  plate: Plate,
  images: readonly Reference[],
): void {
  const { width, height } = plate
  const size = width > height ? [a4.height, a4.width] : [a4.width, a4.height]
  const [sheetWidth, sheetHeight] = size as [number, number]
  const room = { width: sheetWidth - 2 * frame.side, height: sheetHeight - frame.top - frame.bottom }
  const shown = Math.min(room.width, (room.height * width) / height)
  sheet.document.addPage({ size, margin: 0 })
  const which = `, Seite ${page} von ${enclosure.pages}`
  const nameRoom = room.width - sheet.measure(which, styles.small)
  sheet.tag(sheet.root, 'P', () => {
    sheet.print(
      fitted(sheet, enclosure.documentName, styles.strong, room.width),
      frame.side,
      12,
      styles.strong,
    )
    sheet.print(fitted(sheet, enclosure.name, styles.small, nameRoom) + which, frame.side, 26, styles.small)
  })
  sheet.tag(
    sheet.root,
    'Figure',
    () => drawPlate(sheet, plate, images, (sheetWidth - shown) / 2, frame.top, shown),
    { alt: alternative(enclosure, page, plate) },
  )
  sheet.y = sheet.bottom
}

function alternative({ documentName, pages }: Enclosure, page: number, { text }: Plate): string {
  const what = `Eingescannt: ${documentName}, Seite ${page} von ${pages}`
  return text === null ? what : `${what}. Text der Seite: ${text}`
}

/** Draws the images of a page with its upper left corner at `x`, `y`, and nothing of them outside the page. */
function drawPlate(
  { document }: Sheet,
  { width, height, images }: Plate,
  references: readonly Reference[],
  x: number,
  y: number,
  shown: number,
): void {
  const scale = shown / width
  const names = document.page.xobjects as Record<string, unknown>
  document.save()
  document.transform(scale, 0, 0, -scale, x, y + height * scale)
  document.addContent(`0 0 ${written(width)} ${written(height)} re W n`)
  for (const [index, reference] of references.entries()) {
    const name = `Plate${reference.id}`
    names[name] = reference
    document.addContent(`q ${images[index]!.matrix.map(written).join(' ')} cm /${name} Do Q`)
  }
  document.restore()
}

/** A number as a PDF has it: never with an exponent. */
const written = (value: number): string => String(Number(value.toFixed(5)))

/** A caption has one line; its full text stands in the list of enclosures. */
function fitted(sheet: Sheet, text: string, style: TextStyle, width: number): string {
  const [first = '', ...more] = sheet.set([{ text, style }], width - 12).map((line) => line.text)
  return more.length === 0 ? first : `${first} …`
}
