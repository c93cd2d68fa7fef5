import { PDFDocument, PDFName, type PDFRef, rgb } from 'pdf-lib'
import sharp from 'sharp'
import { readJpeg } from '../../src/handoff/scans/read-jpeg.js'
import { darkShare } from './support/plates.js'
import { made, only, result, standsUpright } from './support/prepare.js'
import {
  aDrawing,
  aFilledForm,
  aPdf,
  aPhoto,
  aScannedPdf,
  aTiff,
  aTurnedPhoto,
  type PdfWishes,
} from './support/scans.js'

const small = { width: 400, height: 560 }

describe('a JPEG', () => {
  it('is taken as it is, without what the camera wrote into it or what hangs on behind it', async () => {
    const photo = await sharp(await aPhoto('jpeg', small))
      .withExif({ IFD0: { Copyright: 'Haus am See' } })
      .toBuffer()
    expect(photo.includes('Haus am See')).toBe(true)
    const { redrawn, plates } = await made(
      Buffer.concat([photo, Buffer.from('PK a second file')]),
      'image/jpeg',
    )
    const [content] = plates[0]!.contents
    expect(redrawn).toEqual([])
    expect(content!.includes('Haus am See')).toBe(false)
    expect(content!.includes('PK a second')).toBe(false)
    const pixels = (bytes: Buffer) => sharp(bytes).raw().toBuffer()
    expect((await pixels(content!)).equals(await pixels(photo))).toBe(true)
  })

  it('stands upright as the camera meant it, and is not made anew for that', async () => {
    const turned = await aTurnedPhoto()
    const { redrawn, plates } = await made(turned, 'image/jpeg')
    expect(redrawn).toEqual([])
    expect([plates[0]!.width, plates[0]!.height]).toEqual([200, 400])
    expect(readJpeg(turned).bytes.equals(plates[0]!.contents[0]!)).toBe(true)
    await standsUpright(plates[0]!)
  })

  it.each([2, 3, 4, 5, 6, 7, 8])('stands upright with orientation %i', async (orientation) => {
    const upright = await aDrawing(200, 300).png().toBuffer()
    // What a camera does to the picture so that the note undoes it.
    const stored = {
      2: sharp(upright).flop(),
      3: sharp(upright).rotate(180),
      4: sharp(upright).flip(),
      5: sharp(await sharp(upright).rotate(90).toBuffer()).flop(),
      6: sharp(upright).rotate(270),
      7: sharp(await sharp(upright).rotate(270).toBuffer()).flop(),
      8: sharp(upright).rotate(90),
    }[orientation]!
    const file = await sharp(await stored.toBuffer())
      .withMetadata({ orientation })
      .jpeg()
      .toBuffer()
    const plate = await only(file, 'image/jpeg')
    expect([plate.width, plate.height]).toEqual([200, 300])
    await standsUpright(plate)
  })

  it('in CMYK or of more points than are of use is made anew, and that is said', async () => {
    const cmyk = await aDrawing(300, 400).toColourspace('cmyk').jpeg().toBuffer()
    expect(readJpeg(cmyk).colours).toBe(4)
    const first = await made(cmyk, 'image/jpeg')
    expect(first.redrawn).toEqual([{ why: 'converted', from: 1, to: 1 }])
    expect(readJpeg(first.plates[0]!.contents[0]!).colours).toBe(3)
    await standsUpright(first.plates[0]!)
    const large = await made(await aPhoto('jpeg', { width: 5000, height: 3000 }), 'image/jpeg')
    expect(large.plates[0]!.width).toBe(3600)
    expect(large.redrawn).toHaveLength(1)
  })

  it('keeps being progressive or grey', async () => {
    const grey = await only(await aDrawing(300, 400).toColourspace('b-w').jpeg().toBuffer(), 'image/jpeg')
    expect(grey.images[0]!.colour).toBe('grey')
    const progressive = await aDrawing(300, 400).jpeg({ progressive: true }).toBuffer()
    expect((await made(progressive, 'image/jpeg')).redrawn).toEqual([])
  })

  it('with colours of its own is converted to those of the package', async () => {
    const wide = await aDrawing(300, 400).withIccProfile('p3').jpeg().toBuffer()
    expect((await made(wide, 'image/jpeg')).redrawn).toMatchObject([{ why: 'converted' }])
    const standard = await aDrawing(300, 400).withIccProfile('srgb').jpeg().toBuffer()
    expect((await made(standard, 'image/jpeg')).redrawn).toEqual([])
  })
})

describe('a PNG', () => {
  it('is taken as it is packed: RGB, grey, palette', async () => {
    const drawing = aDrawing(300, 400)
    for (const [colour, file] of [
      ['rgb', await drawing.png().toBuffer()],
      ['grey', await drawing.clone().toColourspace('b-w').png().toBuffer()],
      [{ palette: expect.any(String) as string }, await drawing.clone().png({ palette: true }).toBuffer()],
    ] as const) {
      const plate = await only(file, 'image/png')
      expect(plate.images[0]!.colour).toEqual(colour)
      expect(file.includes(plate.contents[0]!)).toBe(true)
      await standsUpright(plate)
    }
  })

  it('loses its transparency to white', async () => {
    const clear = await sharp(await aDrawing(300, 400).png().toBuffer())
      .unflatten()
      .png()
      .toBuffer()
    expect((await sharp(clear).metadata()).hasAlpha).toBe(true)
    const plate = await only(clear, 'image/png')
    await standsUpright(plate)
    expect(await darkShare(plate)).toBeCloseTo(1 / 16, 2)
  })

  it('with 16 bits or a photo in it becomes smaller', async () => {
    const deep = await only(await aDrawing(300, 400).toColourspace('rgb16').png().toBuffer(), 'image/png')
    expect(deep.images[0]!.bits).toBeLessThanOrEqual(8)
    const photo = await only(await aPhoto('png', small), 'image/png')
    expect(photo.images[0]!.packed.as).toBe('jpeg')
  })
})

describe('a TIFF', () => {
  it.each(['ccittfax4', 'lzw', 'jpeg'] as const)('packed as %s gives each of its pages', async (packing) => {
    const { pages, plates } = await made(await aTiff(3, packing), 'image/tiff')
    expect([pages, plates.length]).toEqual([3, 3])
    for (const plate of plates) await standsUpright(plate)
    expect(plates[0]!.images[0]!.bits).toBe(packing === 'jpeg' ? 8 : 1)
  })

  it('of a fax in coarse resolution is as high as the sheet was', async () => {
    const { plates } = await made(await aTiff(2, 'ccittfax4', [204, 98]), 'image/tiff')
    for (const { width, height } of plates) expect(height / width).toBeCloseTo((1100 / 800) * (204 / 98), 2)
  })

  it('that says nonsense about its resolution is taken as it is', async () => {
    const { plates } = await made(await aTiff(1, 'ccittfax4', [20_000, 1]), 'image/tiff')
    expect(plates[0]!.height / plates[0]!.width).toBeCloseTo(1100 / 800, 2)
  })

  it('of too many pages is refused', async () => {
    const raw = Buffer.alloc(8 * 8 * 301, 255)
    const long = await sharp(raw, { raw: { width: 8, height: 8 * 301, channels: 1, pageHeight: 8 } })
      .tiff()
      .toBuffer()
    const { found } = await result(long, 'image/tiff')
    expect(found).toMatchObject({ code: 'tooManyPages' })
  })
})

describe('a page of a PDF', () => {
  const scan = (change?: PdfWishes['change'], images?: Buffer[]) => scanned(images, change)
  async function scanned(
    images?: Buffer[],
    change?: PdfWishes['change'],
    text?: string,
  ): Promise<Uint8Array> {
    const bytes = await aScannedPdf(images ?? [await aDrawing(300, 400).jpeg().toBuffer()], text)
    if (change === undefined) return bytes
    const document = await PDFDocument.load(bytes)
    change(document)
    return document.save()
  }

  const beginWith = (operators: string) => (document: PDFDocument) => {
    const [start, end] = [operators, ''].map((text) =>
      document.context.register(document.context.stream(text)),
    ) as [PDFRef, PDFRef]
    document.getPages()[0]!.node.wrapContentStreams(start, end)
  }

  it('that is nothing but an image gives this image as it is', async () => {
    const jpeg = await aDrawing(300, 400).jpeg().toBuffer()
    const { redrawn, plates } = await made(await scan(undefined, [jpeg]))
    expect(redrawn).toEqual([])
    expect(plates[0]!.contents[0]!.equals(readJpeg(jpeg).bytes)).toBe(true)
    expect([plates[0]!.width, plates[0]!.height]).toEqual([595, 842])
    await standsUpright(plates[0]!)
  })

  it('may hold the text that was recognised in the image', async () => {
    expect((await made(await scanned(undefined, undefined, 'Mietvertrag'))).redrawn).toEqual([])
  })

  it.each([90, 180, 270])('is turned by %i degrees as it says', async (angle) => {
    const drawing = aDrawing(300, 400)
    const stored = await sharp(await drawing.png().toBuffer())
      .rotate(360 - angle)
      .jpeg()
      .toBuffer()
    const bytes = await scan(
      (document) => {
        const [page] = document.getPages()
        page!.node.set(PDFName.of('Rotate'), document.context.obj(angle))
      },
      [stored],
    )
    const { redrawn, plates } = await made(bytes)
    expect(redrawn).toEqual([])
    await standsUpright(plates[0]!)
  })

  it.each<[string, NonNullable<PdfWishes['change']>]>([
    ['a text over the image', (document) => document.getPages()[0]!.drawText('bezahlt')],
    [
      'a box over the image',
      (document) =>
        document.getPages()[0]!.drawRectangle({ x: 10, y: 10, width: 99, height: 99, color: rgb(1, 0, 0) }),
    ],
    [
      'an image that is half seen through',
      (document) => {
        const state = document.context.obj({ ca: 0.5 })
        document.getPages()[0]!.node.setExtGState(PDFName.of('Half'), state)
        beginWith('/Half gs')(document)
      },
    ],
    [
      'a text that is hidden only to who takes the first of two numbers',
      beginWith('BT 3 0 Tr (bezahlt) Tj ET'),
    ],
    ['a layer whose name is written in numbers', beginWith('/O#43 /Layer BDC EMC')],
    ['a command among the parts of a list', beginWith('[ q ] 0 d')],
  ])('with %s is drawn anew', async (_, change) => {
    const { redrawn, plates } = await made(await scan(change))
    expect(redrawn).toEqual([{ why: 'content', from: 1, to: 1 }])
    expect(await darkShare(plates[0]!)).toBeGreaterThan(0.001)
  })

  it('with a transparent image is drawn anew, because the image cannot stay as it is', async () => {
    const clear = await sharp(await aDrawing(300, 400).png().toBuffer())
      .ensureAlpha(0.5)
      .png()
      .toBuffer()
    expect((await made(await scan(undefined, [clear]))).redrawn).toEqual([{ why: 'format', from: 1, to: 1 }])
  })

  it('with text shows the text as an image, and says it to those who cannot see', async () => {
    const { redrawn, plates } = await made(await aPdf({ text: 'Bestätigung', pages: 2 }))
    expect(redrawn).toEqual([{ why: 'content', from: 1, to: 2 }])
    expect(plates.map(({ text }) => text)).toEqual(['Bestätigung 1', 'Bestätigung 2'])
    expect(plates[0]!.images[0]!.width).toBe(2479)
    expect(await darkShare(plates[0]!)).toBeGreaterThan(0.0005)
  })

  it('with a filled field shows what is in it', async () => {
    const { redrawn, plates } = await made(await aFilledForm('Erika Mustermann'))
    expect(redrawn).toHaveLength(1)
    expect(await darkShare(plates[0]!)).toBeGreaterThan(0.0005)
  })

  it('beside others is drawn anew alone', async () => {
    const jpeg = await aDrawing(300, 400).jpeg().toBuffer()
    const bytes = await scan((document) => document.getPages()[1]!.drawText('x'), [jpeg, jpeg, jpeg])
    expect((await made(bytes)).redrawn).toEqual([{ why: 'content', from: 2, to: 2 }])
  })

  it('is left for later when there is no time', async () => {
    const { found } = await result(await aPdf({ pages: 3 }), 'application/pdf', 0)
    expect(found).toEqual({ pages: 3, redrawn: [], isWhole: false })
  })
})
