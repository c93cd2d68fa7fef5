import { inflateSync } from 'node:zlib'
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
  type PDFObject,
} from 'pdf-lib'
import { filtersIn, lookUp, numberIn, truthIn } from '../pdf/look-up.js'
import { plainlyUnpacked } from '../pdf/page-content.js'
import { limits } from '../limits.js'
import { isStandard } from './image-pages.js'
import type { Picture } from './picture.js'
import type { Packing, PlateImage, Predictor } from './plates.js'
import { readJpeg } from './read-jpeg.js'

/**
 * An image of a PDF as it can stand in any other, or `null`: JPEG, Flate and fax packing, grey, sRGB or a palette,
 * opaque. JBIG2 (it may swap look-alike characters; BSI TR-03138 excludes it), JPEG 2000, CMYK, masks, and packings one
 * inside the other are not taken over.
 */
export function pictureOfPdf(stream: PDFRawStream): Picture | null {
  const { dict } = stream
  if (['SMask', 'Mask', 'OC', 'SMaskInData'].some((key) => dict.has(PDFName.of(key)))) return null
  const width = numberIn(dict, 'Width')
  const height = numberIn(dict, 'Height')
  if (!(width > 0 && height > 0 && width * height <= limits.pixels)) return null
  const isMask = truthIn(dict, 'ImageMask')
  const bits = isMask ? 1 : numberIn(dict, 'BitsPerComponent', 8)
  const colour = isMask ? 'grey' : colourOf(lookUp(dict, 'ColorSpace'))
  const inverted = isInverted(lookUp(dict, 'Decode'), colour)
  if (colour === null || inverted === null || ![1, 2, 4, 8].includes(bits)) return null
  const shape = { width, height, bits: bits as PlateImage['bits'], colour, inverted }
  const content = Buffer.from(stream.contents.buffer, stream.contents.byteOffset, stream.contents.byteLength)
  switch (filtersIn(dict).join(' ')) {
    case '/DCTDecode':
      return jpeg(shape, content, parametersOf(dict))
    case '/FlateDecode':
      return flate(shape, content, parametersOf(dict))
    case '/CCITTFaxDecode':
      return fax(shape, content, parametersOf(dict))
    default:
      return null
  }
}

/** A stencil lets through where it is to be painted; with black on white that is an image in black and white. */
export const isStencil = ({ dict }: PDFRawStream): boolean => truthIn(dict, 'ImageMask')

type Shape = Omit<Picture, 'packed' | 'content'>

function jpeg(shape: Shape, content: Buffer, parameters: PDFDict | null): Picture | null {
  const read = orNull(() => readJpeg(content))
  if (read === null || !read.isPlain || shape.bits !== 8) return null
  const fits = read.width === shape.width && read.height === shape.height
  if (!fits || (read.colours === 1 ? 'grey' : 'rgb') !== shape.colour) return null
  const transform = parameters === null ? -1 : numberIn(parameters, 'ColorTransform', -1)
  const packed: Packing = { as: 'jpeg', transform: transform === 0 || transform === 1 ? transform : null }
  return { ...shape, packed, content: read.bytes }
}

/** Unpacked once to know that it has as many rows as it says, and no more. */
function flate(shape: Shape, content: Buffer, parameters: PDFDict | null): Picture | null {
  const colours = shape.colour === 'rgb' ? 3 : 1
  const predictor = predictorOf(parameters, { colours, bits: shape.bits, columns: shape.width })
  if (predictor === undefined) return null
  const row = Math.ceil((shape.width * colours * shape.bits) / 8) + ((predictor?.kind ?? 1) >= 10 ? 1 : 0)
  const expected = row * shape.height
  const length = orNull(() => inflateSync(content, { maxOutputLength: expected + 1_000 }).length)
  return length === null || length < expected
    ? null
    : { ...shape, packed: { as: 'flate', predictor }, content }
}

function predictorOf(
  parameters: PDFDict | null,
  expected: Omit<Predictor, 'kind'>,
): Predictor | null | undefined {
  const kind = parameters === null ? 1 : numberIn(parameters, 'Predictor', 1)
  if (parameters === null || kind === 1) return null
  const fits =
    (kind === 2 || (kind >= 10 && kind <= 15)) &&
    numberIn(parameters, 'Colors', 1) === expected.colours &&
    numberIn(parameters, 'BitsPerComponent', 8) === expected.bits &&
    numberIn(parameters, 'Columns', 1) === expected.columns
  return fits ? { kind, ...expected } : undefined
}

function fax(shape: Shape, content: Buffer, parameters: PDFDict | null): Picture | null {
  if (parameters === null || shape.bits !== 1 || shape.colour === 'rgb') return null
  const k = numberIn(parameters, 'K', 0)
  const hasEnd = !parameters.has(PDFName.of('EndOfBlock')) || truthIn(parameters, 'EndOfBlock')
  const rows = numberIn(parameters, 'Rows', 0)
  if (rows !== 0 && rows !== shape.height) return null
  if (numberIn(parameters, 'Columns', 1_728) !== shape.width || !hasEnd) return null
  const packed: Packing = {
    as: 'fax',
    k: k < 0 ? -1 : k,
    byteAlign: truthIn(parameters, 'EncodedByteAlign'),
    blackIs1: truthIn(parameters, 'BlackIs1'),
  }
  return { ...shape, packed, content }
}

function parametersOf(dict: PDFDict): PDFDict | null {
  const given = lookUp(dict, 'DecodeParms')
  const single = given instanceof PDFArray ? given.lookup(0) : given
  return single instanceof PDFDict ? single : null
}

function colourOf(space: PDFObject | undefined): PlateImage['colour'] | null {
  if (space === PDFName.of('DeviceGray')) return 'grey'
  if (space === PDFName.of('DeviceRGB')) return 'rgb'
  if (!(space instanceof PDFArray)) return null
  const kind = space.lookup(0)
  if (kind === PDFName.of('ICCBased')) return byProfile(space.lookup(1))
  return kind === PDFName.of('Indexed') ? paletteOf(space) : null
}

/** More than any profile for grey or RGB. */
const longestProfile = 2_000_000

function byProfile(stream: PDFObject | undefined): 'grey' | 'rgb' | null {
  if (!(stream instanceof PDFRawStream)) return null
  const colours = numberIn(stream.dict, 'N')
  if (colours === 1) return 'grey'
  const profile = colours === 3 ? orNull(() => plainlyUnpacked(stream, longestProfile)) : null
  return profile !== null && isStandard(Buffer.from(profile)) ? 'rgb' : null
}

function paletteOf(space: PDFArray): PlateImage['colour'] | null {
  const base = colourOf(space.lookup(1))
  const last = space.lookup(2)
  const table = space.lookup(3)
  if ((base !== 'rgb' && base !== 'grey') || !(last instanceof PDFNumber)) return null
  const bytes =
    table instanceof PDFString || table instanceof PDFHexString
      ? table.asBytes()
      : table instanceof PDFRawStream
        ? orNull(() => plainlyUnpacked(table, 768))
        : null
  const count = last.asNumber() + 1
  if (bytes === null || count < 1 || count > 256) return null
  const step = base === 'rgb' ? 3 : 1
  const entries = Array.from({ length: count }, (_, index) =>
    bytes.subarray(index * step, (index + 1) * step),
  )
  const texts = entries.map((entry) =>
    Buffer.from(entry)
      .toString('hex')
      .repeat(base === 'rgb' ? 1 : 3),
  )
  return texts.every((text) => text.length === 6) ? { palette: texts.join('') } : null
}

/** Whether samples count the other way round; `null` if they are mapped in yet another way. */
function isInverted(decode: PDFObject | undefined, colour: PlateImage['colour'] | null): boolean | null {
  if (decode === undefined) return false
  if (!(decode instanceof PDFArray)) return null
  const numbers = decode.asArray().map((item) => (item instanceof PDFNumber ? item.asNumber() : NaN))
  const isPaired = (first: number, second: number) =>
    numbers.every((value, index) => value === (index % 2 === 0 ? first : second))
  if (typeof colour === 'object' || numbers.length !== (colour === 'rgb' ? 6 : 2)) return null
  return isPaired(0, 1) ? false : isPaired(1, 0) ? true : null
}

function orNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
