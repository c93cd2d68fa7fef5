import { isRefusal, type Refusal } from '../../platform/refusal.js'
import { mostPages, uploadRefusals } from '../../casework/upload-refusals.js'
import { limits } from '../limits.js'
import { jpegPicture, pictureOf, pngPicture, type Picture } from './picture.js'
import type { Matrix } from '../pdf/geometry.js'
import type { ScanPages } from './scan-pages.js'
import { readJpeg } from './read-jpeg.js'
import { readPng } from './read-png.js'
import { pixelHeight } from './read-tiff.js'
import { scanRefusals } from './scan-refusals.js'
import { sharp } from '../sharp.js'
import { unpackedSize } from './unpacked-size.js'

/** A4 at 300 dpi, with room for a crooked scan. */
const longestSide = 3_600
const goodQuality = 88

const opening = { limitInputPixels: limits.pixels, failOn: 'error', sequentialRead: true } as const

type Metadata = Awaited<ReturnType<ReturnType<typeof sharp>['metadata']>>

/** The pages of an image file: one, or as many as a TIFF has. */
export async function imagePages(file: Buffer): Promise<ScanPages | Refusal> {
  const metadata = await sharp(file, { limitInputPixels: false }).metadata()
  const pages = metadata.format === 'tiff' ? (metadata.pages ?? 1) : 1
  if (pages > mostPages) return uploadRefusals.tooManyPages('', pages)
  for (let page = 0; page < pages; page++) {
    const size = await sizeOf(file, page)
    if (isRefusal(size)) return size
  }
  return { count: pages, page: (index) => imagePage(file, metadata, index) }
}

async function sizeOf(file: Buffer, page: number): Promise<Metadata | Refusal> {
  const metadata = await sharp(file, { limitInputPixels: false, page }).metadata()
  return metadata.width * metadata.height > limits.pixels ? scanRefusals.tooManyPixels() : metadata
}

async function imagePage(file: Buffer, first: Metadata, index: number): ReturnType<ScanPages['page']> {
  const kept = await keptPicture(file, first)
  if (kept !== null) return { plate: placed(kept, first.orientation ?? 1), redrawn: null }
  const made = await newPicture(file, index)
  const plate = placed(made, 1, first.format === 'tiff' ? await stretchOf(file, index) : 1)
  return { plate, redrawn: first.format === 'jpeg' ? 'converted' : null }
}

/** The picture with its bytes as they are, where a PDF can take them; decoded once to know that it is whole. */
async function keptPicture(file: Buffer, metadata: Metadata): Promise<Picture | null> {
  const picture = canBeKept(file, metadata)
  if (picture !== null)
    await sharp(file, opening).resize(64, 64, { kernel: 'nearest', fastShrinkOnLoad: false }).raw().toBuffer()
  return picture
}

function canBeKept(file: Buffer, { format, width, height, icc }: Metadata): Picture | null {
  if (Math.max(width, height) > longestSide || (icc !== undefined && !isStandard(icc))) return null
  if (format === 'jpeg') return readJpeg(file).isPlain ? jpegPicture(file) : null
  if (format !== 'png') return null
  const { bits, colourType, interlaced, hasTransparency, content } = readPng(file)
  const isPlain = bits <= 8 && [0, 2, 3].includes(colourType) && !interlaced && !hasTransparency
  // A photo without loss is many times larger than it has to be.
  if (!isPlain || content.length > width * height) return null
  const unpacked = (1 + Math.ceil((width * bits * (colourType === 2 ? 3 : 1)) / 8)) * height
  return unpackedSize(content, unpacked) === unpacked ? pngPicture(file) : null
}

/** Whether a colour profile says no more than what is understood without it. */
export const isStandard = (profile: Buffer): boolean =>
  profile.includes('sRGB') || profile.includes(Buffer.from('sRGB', 'utf16le').swap16())

/** The picture anew: upright, opaque, in sRGB or grey, no larger than is of use. */
async function newPicture(file: Buffer, page: number): Promise<Picture> {
  const { format, space, bitsPerSample } = await sharp(file, { ...opening, page }).metadata()
  const isBlackAndWhite = format === 'tiff' && bitsPerSample === 1
  const upright = sharp(file, { ...opening, page }).rotate()
  const fitting = isBlackAndWhite
    ? upright
    : upright.resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
  const plain = fitting
    .flatten({ background: '#ffffff' })
    .toColourspace(space === 'b-w' || space === 'grey16' ? 'b-w' : 'srgb')
  if (format === 'jpeg') return jpegPicture(await plain.jpeg({ quality: goodQuality }).toBuffer())
  const { data, info } = await plain.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
  return pictureOf({
    bytes: data,
    width: info.width,
    height: info.height,
    channels: info.channels as 1 | 3,
  })
}

/** How much higher the upright page of a TIFF is than its rows say. */
async function stretchOf(file: Buffer, page: number): Promise<number> {
  const { orientation = 1 } = await sharp(file, { limitInputPixels: false, page }).metadata()
  const height = pixelHeight(file, page)
  return isOnItsSide(orientation) ? 1 / height : height
}

const isOnItsSide = (orientation: number): boolean => orientation >= 5

function placed(picture: Picture, orientation: number, stretch = 1) {
  const isTurned = isOnItsSide(orientation)
  const width = isTurned ? picture.height : picture.width
  const height = (isTurned ? picture.width : picture.height) * stretch
  return { width, height, images: [{ ...picture, matrix: turnedAs(orientation, width, height) }], text: null }
}

/** How a camera says that its picture is to be turned or mirrored (Exif 2.32, tag 0x0112), onto the upright page. */
function turnedAs(orientation: number, width: number, height: number): Matrix {
  switch (orientation) {
    case 2:
      return [-width, 0, 0, height, width, 0]
    case 3:
      return [-width, 0, 0, -height, width, height]
    case 4:
      return [width, 0, 0, -height, 0, height]
    case 5:
      return [0, -height, -width, 0, width, height]
    case 6:
      return [0, -height, width, 0, 0, height]
    case 7:
      return [0, height, width, 0, 0, 0]
    case 8:
      return [0, height, -width, 0, width, 0]
    default:
      return [width, 0, 0, height, 0, 0]
  }
}
