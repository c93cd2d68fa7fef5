import type { Matrix } from '../pdf/geometry.js'
import { ByteReader } from './byte-reader.js'

/**
 * Plates: a scan as it goes into a package. Each page is a few images whose bytes stand in a PDF as they are, with
 * where they lie on the page. They are made once, when the scan comes in, by a child that has seen foreign bytes;
 * whoever reads them takes nothing from them but checked numbers and known words.
 *
 * The file: a mark, then for each page the length of its description (4 bytes), the description as JSON, the bytes of
 * its images; at the end the length 0.
 */
export interface Plate {
  /** Of the upright page, in points or anything else: only how its sides compare counts. */
  readonly width: number
  readonly height: number
  readonly images: readonly PlateImage[]
  /** What a page of text says, for those who cannot see the image. */
  readonly text: string | null
}

export interface PlateImage {
  /** From the unit square onto the page, whose lower left corner is 0, 0. */
  readonly matrix: Matrix
  readonly width: number
  readonly height: number
  readonly bits: 1 | 2 | 4 | 8
  readonly colour: 'grey' | 'rgb' | { readonly palette: string }
  /** Samples count from white to black. */
  readonly inverted: boolean
  readonly packed: Packing
  /** Of its stream. */
  readonly bytes: number
}

export type Packing =
  | { readonly as: 'jpeg'; readonly transform: 0 | 1 | null }
  | { readonly as: 'flate'; readonly predictor: Predictor | null }
  | { readonly as: 'fax'; readonly k: number; readonly byteAlign: boolean; readonly blackIs1: boolean }

/** Rows were made smaller by what stands above or before them (ISO 32000-1, table 8). */
export interface Predictor {
  readonly kind: number
  readonly colours: number
  readonly bits: number
  readonly columns: number
}

/** A plate together with the bytes of its images. */
export interface MadePlate extends Omit<Plate, 'images'> {
  readonly images: readonly (Omit<PlateImage, 'bytes'> & { readonly content: Uint8Array })[]
}

const mark = Buffer.from('Platten/1\n')
const longestDescription = 4_000_000

/** What comes before the first plate. */
export const platesStart = (): Uint8Array => mark

/** What comes after the last plate. */
export const platesEnd = (): Uint8Array => Buffer.alloc(4)

/** The plate as it stands in the file. @throws Error if whoever reads it would not take it */
export function* plateBytes({ images, ...page }: MadePlate): Generator<Uint8Array> {
  const plate: Plate = {
    ...page,
    images: images.map(({ content, ...image }) => ({ ...image, bytes: content.length })),
  }
  const description = Buffer.from(JSON.stringify(checked(plate)))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(description.length)
  yield length
  yield description
  for (const { content } of images) yield content
}

/**
 * Reads plates one after the other. The bytes of each image have to be taken, in their order, before the next plate;
 * each piece of them is good until the next.
 * @throws Error if they are not what a child of ours writes
 */
export function* readPlates(
  content: Iterable<Buffer>,
): Generator<{ readonly plate: Plate; readonly bytesOf: (image: PlateImage) => Iterable<Buffer> }, void> {
  const reader = new ByteReader(content)
  try {
    if (!reader.take(mark.length).equals(mark)) throw new Error('these are no plates')
    for (let plate = nextPlate(reader); plate !== null; plate = nextPlate(reader))
      yield { plate, bytesOf: ({ bytes }) => reader.pass(bytes) }
    reader.end()
  } finally {
    reader.close()
  }
}

function nextPlate(reader: ByteReader): Plate | null {
  const length = reader.take(4).readUInt32BE()
  if (length > longestDescription) throw new Error('the description of a plate is too long')
  return length === 0 ? null : checked(JSON.parse(reader.take(length).toString()))
}

/** Takes over field by field, so that nothing gets into a package that was not looked at here. */
function checked(given: unknown): Plate {
  const page = given as Plate
  return {
    width: between(page.width, 1e-3, 1e9),
    height: between(page.height, 1e-3, 1e9),
    images: list(page.images).map(checkedImage),
    text: page.text === null ? null : String(page.text),
  }
}

function checkedImage(image: PlateImage): PlateImage {
  return {
    matrix: checkedMatrix(image.matrix),
    width: whole(image.width, 1, 100_000),
    height: whole(image.height, 1, 100_000),
    bits: oneOf(image.bits, [1, 2, 4, 8] as const),
    colour: checkedColour(image.colour),
    inverted: image.inverted === true,
    packed: checkedPacking(image.packed),
    bytes: whole(image.bytes, 1, 2 ** 31),
  }
}

function checkedMatrix(matrix: Matrix): Matrix {
  if (list(matrix).length !== 6) throw new Error('a plate has a matrix of another size')
  return matrix.map((number) => between(number, -1e9, 1e9)) as unknown as Matrix
}

function checkedColour(colour: PlateImage['colour']): PlateImage['colour'] {
  if (typeof colour === 'string') return oneOf(colour, ['grey', 'rgb'] as const)
  if (!/^([0-9a-f]{6}){1,256}$/.test(colour.palette)) throw new Error('a plate has a palette of another form')
  return { palette: colour.palette }
}

function checkedPacking(packed: Packing): Packing {
  switch (packed.as) {
    case 'jpeg':
      return { as: 'jpeg', transform: oneOf(packed.transform, [0, 1, null] as const) }
    case 'flate':
      return { as: 'flate', predictor: packed.predictor === null ? null : checkedPredictor(packed.predictor) }
    case 'fax':
      return {
        as: 'fax',
        k: between(packed.k, -1, 100_000),
        byteAlign: packed.byteAlign === true,
        blackIs1: packed.blackIs1 === true,
      }
  }
  throw new Error('a plate is packed in another way')
}

const checkedPredictor = ({ kind, colours, bits, columns }: Predictor): Predictor => ({
  kind: whole(kind, 1, 15),
  colours: whole(colours, 1, 3),
  bits: oneOf(bits, [1, 2, 4, 8] as const),
  columns: whole(columns, 1, 100_000),
})

function list<T>(value: readonly T[]): readonly T[] {
  if (!Array.isArray(value)) throw new Error('a plate lacks a list')
  return value
}

function between(value: number, least: number, most: number): number {
  if (typeof value !== 'number' || !(value >= least && value <= most))
    throw new Error('a number of a plate is out of bounds')
  return value
}

function whole(value: number, least: number, most: number): number {
  if (!Number.isInteger(value)) throw new Error('a number of a plate is not whole')
  return between(value, least, most)
}

function oneOf<T>(value: T, values: readonly T[]): T {
  if (!values.includes(value)) throw new Error('a word of a plate is not known')
  return value
}
