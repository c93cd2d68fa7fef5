import { deflateSync } from 'node:zlib'
import type { MadePlate, Packing } from './plates.js'
import { readJpeg } from './read-jpeg.js'
import { readPng } from './read-png.js'
import { sharp } from '../sharp.js'

/** An image of a plate that does not yet lie anywhere. */
export type Picture = Omit<MadePlate['images'][number], 'matrix'>

/** Unpacked pixels: one byte for grey, three for RGB, four for RGB with one to spare. */
interface Pixels {
  readonly bytes: Buffer
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3 | 4
}

const photoQuality = 85
/** So much of a page is like the pixel before it where the page is written or drawn, not photographed. */
const drawnShare = 0.6
// Two thirds of what the best packing gains, for a sixth of its time.
const quickPacking = 3

/** Packs pixels as they are best kept: black and white as bits, writing and drawings without loss, photos as JPEG. */
export async function pictureOf(pixels: Pixels): Promise<Picture> {
  const seen = survey(pixels)
  if (seen.isBlackAndWhite) return asBits(pixels)
  const { bytes, width, height, channels } = pixels
  const opaque = sharp(bytes, { raw: { width, height, channels } }).removeAlpha()
  const image = seen.isGrey ? opaque.toColourspace('b-w') : opaque
  return seen.drawn >= drawnShare
    ? pngPicture(await image.png({ compressionLevel: quickPacking }).toBuffer())
    : jpegPicture(await image.jpeg({ quality: photoQuality }).toBuffer())
}

/** A plain JPEG as a picture. */
export function jpegPicture(file: Buffer): Picture {
  const { bytes, width, height, colours } = readJpeg(file)
  const colour = colours === 1 ? 'grey' : 'rgb'
  const packed: Packing = { as: 'jpeg', transform: null }
  return { width, height, bits: 8, colour, inverted: false, packed, content: bytes }
}

/** A PNG without transparency as a picture: a PDF packs rows in the same way. */
export function pngPicture(file: Buffer): Picture {
  const { width, height, bits, colourType, palette, content } = readPng(file)
  const colours = colourType === 2 ? 3 : 1
  const predictor = { kind: 15, colours, bits: bits as 8, columns: width }
  return {
    width,
    height,
    bits: bits as 8,
    colour:
      palette !== null && colourType === 3 ? { palette: palette.toString('hex') } : colourNames[colours],
    inverted: false,
    packed: { as: 'flate', predictor },
    content,
  }
}

const colourNames = { 1: 'grey', 3: 'rgb' } as const

interface Survey {
  readonly isGrey: boolean
  readonly isBlackAndWhite: boolean
  readonly drawn: number
}

function survey({ bytes, width, height, channels }: Pixels): Survey {
  const isGrey = channels === 1 || everyPixelIsGrey(bytes, channels)
  const isBlackAndWhite = isGrey && everyPixelIsBlackOrWhite(bytes, channels)
  let same = 0
  let looked = 0
  for (let row = 0; row < height; row += 16) {
    const end = (row + 1) * width * channels
    for (let at = row * width * channels + channels; at < end; at += channels) {
      looked++
      if (bytes[at] === bytes[at - channels] && bytes[at + channels - 1] === bytes[at - 1]) same++
    }
  }
  return { isGrey, isBlackAndWhite, drawn: looked === 0 ? 1 : same / looked }
}

function everyPixelIsGrey(bytes: Buffer, channels: number): boolean {
  if (channels === 4 && bytes.byteOffset % 4 === 0) return everyWordIsGrey(bytes)
  for (let at = 0; at < bytes.length; at += channels)
    if (bytes[at] !== bytes[at + 1] || bytes[at] !== bytes[at + 2]) return false
  return true
}

/** The same, four bytes at a time: each of the first three is like its neighbour. */
function everyWordIsGrey({ buffer, byteOffset, length }: Buffer): boolean {
  const words = new Int32Array(buffer, byteOffset, length / 4)
  let different = 0
  for (let at = 0; at < words.length; at++) different |= words[at]! ^ (words[at]! >>> 8)
  return (different & 0xffff) === 0
}

function everyPixelIsBlackOrWhite(bytes: Buffer, channels: number): boolean {
  for (let at = 0; at < bytes.length; at += channels) if (bytes[at] !== 0 && bytes[at] !== 255) return false
  return true
}

function asBits({ bytes, width, height, channels }: Pixels): Picture {
  const rowLength = Math.ceil(width / 8)
  const rows = Buffer.alloc(rowLength * height)
  for (let row = 0, at = 0; row < height; row++)
    for (let column = 0; column < width; column++, at += channels)
      if (bytes[at] === 255) rows[row * rowLength + (column >> 3)]! |= 0x80 >> (column & 7)
  const packed: Packing = { as: 'flate', predictor: null }
  return { width, height, bits: 1, colour: 'grey', inverted: false, packed, content: deflateSync(rows) }
}
