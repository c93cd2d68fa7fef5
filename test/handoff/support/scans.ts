import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import {
  PDFDocument,
  PDFName,
  PDFString,
  setTextRenderingMode,
  StandardFonts,
  TextRenderingMode,
  degrees,
} from 'pdf-lib'
import sharp from 'sharp'
import { end, header, pngOf } from '../../support/png.js'

/** A folder for files of a test. */
export function scratchFolder(): { keep: (name: string, bytes: Uint8Array) => string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-scans-'))
  return {
    keep: (name, bytes) => {
      const path = join(folder, name)
      writeFileSync(path, bytes)
      return path
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export interface PdfWishes {
  readonly pages?: number
  readonly text?: string
  readonly rotate?: number
  /** Changes the document before it is saved. */
  readonly change?: (document: PDFDocument) => void
}

/** A PDF as a scanner or a word processor makes it. */
export async function aPdf({
  pages = 1,
  text = 'Seite',
  rotate = 0,
  change,
}: PdfWishes = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let number = 1; number <= pages; number++) {
    const page = document.addPage([595, 842])
    page.drawText(`${text} ${number}`, { x: 60, y: 700, size: 20, font })
    page.setRotation(degrees(rotate))
  }
  change?.(document)
  return document.save({ useObjectStreams: false })
}

/** A PDF that would run a script when it is opened. */
export const aPdfWithScript = (): Promise<Uint8Array> =>
  aPdf({
    change: ({ catalog, context }) =>
      catalog.set(
        PDFName.of('OpenAction'),
        context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') }),
      ),
  })

/** A filled form that a citizen sends: its entry is visible only through the field. */
export async function aFilledForm(entry: string): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const page = document.addPage([595, 842])
  const field = document.getForm().createTextField('name')
  field.setText(entry)
  field.addToPage(page, { x: 60, y: 600, width: 300, height: 30 })
  return document.save()
}

/** As from a scanner: 1,654 × 2,339 points and hard to compress, about 1 MB as a JPEG. */
export function aPhoto(
  format: 'jpeg' | 'png',
  size = { width: 1654, height: 2339 },
  quality = 80,
): Promise<Buffer> {
  const noise = sharp({
    create: {
      ...size,
      channels: 3,
      background: '#ffffff',
      noise: { type: 'gaussian', mean: 200, sigma: 18 },
    },
  })
  return (format === 'jpeg' ? noise.jpeg({ quality }) : noise.png({ compressionLevel: 1 })).toBuffer()
}

/** A picture whose upper left quarter is black, stored turned, with the note how to turn it back. */
export async function aTurnedPhoto(): Promise<Buffer> {
  const black = await sharp({ create: { width: 100, height: 200, channels: 3, background: '#000000' } })
    .png()
    .toBuffer()
  const upright = await sharp({ create: { width: 200, height: 400, channels: 3, background: '#ffffff' } })
    .composite([{ input: black, left: 0, top: 0 }])
    .png()
    .toBuffer()
  // Orientation 6: the camera was turned; a viewer turns it clockwise by 90 degrees.
  return sharp(upright).rotate(270).withMetadata({ orientation: 6 }).jpeg().toBuffer()
}

/** A PNG of a few bytes that says it has `side` × `side` points. */
export const aHugePng = (side: number): Buffer =>
  pngOf(header(side, side, 8, 2), ['IDAT', deflateSync(Buffer.alloc(1_000))], end)

/** A page as an office scanner draws it: a black box on white, in its upper left quarter. */
export const aDrawing = (width = 800, height = 1100): ReturnType<typeof sharp> => {
  const box = { width: width / 4, height: height / 4, channels: 3, background: '#000000' } as const
  return sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .composite([{ input: { create: box }, left: Math.round(width / 8), top: Math.round(height / 8) }])
    .removeAlpha()
}

/** A TIFF of some pages, as a fax or a scanner makes it; `dpi` across and down. */
export async function aTiff(
  pages: number,
  compression: 'ccittfax4' | 'lzw' | 'jpeg' = 'ccittfax4',
  [across, down] = [204, 204],
): Promise<Buffer> {
  const [width, height] = [800, 1100]
  const { data } = await aDrawing(width, height)
    .toColourspace('b-w')
    .threshold()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const all = Buffer.concat(Array.from({ length: pages }, () => data))
  return sharp(all, { raw: { width, height: height * pages, channels: 1, pageHeight: height } })
    .toColourspace('b-w')
    .tiff({
      compression,
      ...(compression === 'ccittfax4' ? { bitdepth: 1 as const } : {}),
      // The library wants them for a millimetre.
      xres: across! / 25.4,
      yres: down! / 25.4,
    })
    .toBuffer()
}

/** A PDF from a scanner: each page nothing but one image, and with `text` the text that was recognised under it. */
export async function aScannedPdf(images: readonly Buffer[], text?: string): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const bytes of images) {
    const page = document.addPage([595, 842])
    const image = bytes[0] === 0xff ? await document.embedJpg(bytes) : await document.embedPng(bytes)
    page.drawImage(image, { x: 0, y: 0, width: 595, height: 842 })
    if (text !== undefined) {
      page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible))
      page.drawText(text, { x: 60, y: 700, size: 20, font })
    }
  }
  return document.save()
}
