import { PDFBool, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFObject, type PDFPage } from 'pdf-lib'
import type { WhyRedrawn } from '../../casework/case-file.js'
import { hasLooks } from './annotations.js'
import { contentOf, instructionsOf, type Operand } from './pdf-content.js'
import { isStencil, pictureOfPdf } from './pdf-picture.js'
import type { MadePlate, Matrix } from './plates.js'

const mostImages = 500
/** No page is as long, in points. */
const farthest = 1e6

/** The page as a plate if it is provably nothing but images, else why it has to be drawn anew. */
export function plainPage(page: PDFPage): MadePlate | WhyRedrawn {
  if (hasLooks(page)) return 'content'
  const content = contentOf(page)
  if (content === null) return 'content'
  const { x, y, width, height } = page.getCropBox()
  const upright = turned(page.getRotation().angle, [x, y, x + width, y + height])
  const reading = new PageReading(page, [x, y, x + width, y + height])
  try {
    for (const { operator, operands } of instructionsOf(content)) reading.follow(operator, operands)
  } catch (error) {
    if (error instanceof NotPlain) return error.why
    return 'content'
  }
  const images = reading.images.map((image) => ({
    ...image,
    matrix: product(image.matrix, upright.matrix),
  }))
  if (images.some(({ matrix }) => matrix.some((number) => Math.abs(number) > farthest))) return 'content'
  return { width: upright.width, height: upright.height, images, text: null }
}

class NotPlain extends Error {
  constructor(readonly why: WhyRedrawn) {
    super(why)
  }
}

type Box = readonly [left: number, bottom: number, right: number, top: number]

interface State {
  readonly matrix: Matrix
  readonly clip: Box
  readonly hidesText: boolean
}

const everywhere: Box = [-Infinity, -Infinity, Infinity, Infinity]

/** What changes nothing about an image: line styles, places and sizes of text, marks. */
const harmless = new Set(
  'w J j M d ri i BT ET Tc Tw Tz TL Tf Ts Td TD Tm T* MP DP BMC EMC BX EX g rg G RG k K cs CS sc SC scn SCN n'.split(
    ' ',
  ),
)
const painting = new Set(['g', 'rg', 'k', 'cs', 'sc', 'scn'])
const showing = new Set(['Tj', 'TJ', "'", '"'])

/** Follows the instructions of a page as long as they do nothing but place images. */
class PageReading {
  readonly images: MadePlate['images'][number][] = []
  #state: State = { matrix: [1, 0, 0, 1, 0, 0], clip: everywhere, hidesText: false }
  readonly #saved: State[] = []
  #rectangles: Box[] = []
  #clips = false
  #hasPaint = false

  constructor(
    private readonly page: PDFPage,
    private readonly box: Box,
  ) {}

  /** @throws NotPlain */
  follow(operator: string, operands: readonly Operand[]): void {
    if (painting.has(operator)) this.#hasPaint = true
    if (operator === 'n') this.#endPath()
    if (harmless.has(operator)) return
    if (showing.has(operator) && this.#state.hidesText) return
    switch (operator) {
      case 'q':
        this.#saved.push(this.#state)
        if (this.#saved.length > 64) throw new NotPlain('content')
        return
      case 'Q':
        this.#state = this.#saved.pop() ?? this.#state
        return
      case 'cm':
        this.#state = { ...this.#state, matrix: product(sixNumbers(operands), this.#state.matrix) }
        return
      case 'Tr':
        // Text that was recognised in a scan lies under its image and is never drawn.
        this.#state = { ...this.#state, hidesText: operands[0] === 3 }
        return
      case 're':
        this.#rectangles.push(boxOf(this.#state.matrix, operands))
        return
      case 'W':
      case 'W*':
        this.#clips = true
        return
      case 'gs':
        return this.#setState(operands)
      case 'BDC':
        // Part of a layer that may be off.
        if (operands[0] === '/OC') throw new NotPlain('content')
        return
      case 'Do':
        return this.#place(operands)
    }
    throw new NotPlain('content')
  }

  #endPath(): void {
    if (this.#clips) {
      const [rectangle, ...more] = this.#rectangles
      if (rectangle === undefined || more.length > 0) throw new NotPlain('content')
      this.#state = { ...this.#state, clip: overlap(this.#state.clip, rectangle) }
    }
    this.#rectangles = []
    this.#clips = false
  }

  #setState([name]: readonly Operand[]): void {
    const state = this.#resource('ExtGState', name)
    if (!(state instanceof PDFDict) || !state.entries().every(([key, value]) => changesNothing(key, value)))
      throw new NotPlain('content')
  }

  #place([name]: readonly Operand[]): void {
    const image = this.#resource('XObject', name)
    const isImage =
      image instanceof PDFRawStream && image.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image')
    if (!isImage || this.images.length === mostImages || !this.#isWhole()) throw new NotPlain('content')
    if (this.#rectangles.length > 0) throw new NotPlain('content')
    if (isStencil(image) && (this.#hasPaint || this.images.length > 0)) throw new NotPlain('content')
    const picture = pictureOfPdf(image)
    if (picture === null) throw new NotPlain('format')
    this.images.push({ ...picture, matrix: this.#state.matrix })
    // Nothing may lie over a stencil either: it would be seen through.
    if (isStencil(image)) this.#hasPaint = true
  }

  /** Whether no clip cuts off what lies on the page of the image that is about to be placed. */
  #isWhole(): boolean {
    if (this.#state.clip === everywhere) return true
    const shown = overlap(boxOf(this.#state.matrix, [0, 0, 1, 1]), this.box)
    const [left, bottom, right, top] = this.#state.clip
    const slack = 1
    return (
      left <= shown[0] + slack &&
      bottom <= shown[1] + slack &&
      right >= shown[2] - slack &&
      top >= shown[3] - slack
    )
  }

  #resource(kind: string, name: Operand | undefined): PDFObject | undefined {
    const group = this.page.node.Resources()?.lookup(PDFName.of(kind))
    if (typeof name !== 'string' || !(group instanceof PDFDict)) return undefined
    return group.lookup(PDFName.of(name.slice(1)))
  }
}

/** Whether an entry of a graphics state leaves images as they are: opaque, not mixed, not masked. */
function changesNothing(key: PDFName, value: PDFObject): boolean {
  switch (key.decodeText()) {
    case 'CA':
    case 'ca':
      return value instanceof PDFNumber && value.asNumber() === 1
    case 'BM':
      return value === PDFName.of('Normal') || value === PDFName.of('Compatible')
    case 'SMask':
      return value === PDFName.of('None')
    case 'OP':
    case 'op':
    case 'AIS':
      return value instanceof PDFBool && !value.asBoolean()
    default:
      return ['Type', 'SA', 'SM', 'OPM', 'LW', 'LC', 'LJ', 'ML', 'FL', 'TK'].includes(key.decodeText())
  }
}

function sixNumbers(operands: readonly Operand[]): Matrix {
  if (operands.length !== 6 || operands.some((operand) => typeof operand !== 'number'))
    throw new NotPlain('content')
  return operands as unknown as Matrix
}

/** First the one, then the other. */
const product = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
]

/** Where a rectangle comes to lie. @throws NotPlain if it comes to lie askew */
function boxOf([a, b, c, d, e, f]: Matrix, operands: readonly Operand[]): Box {
  const isStraight = (b === 0 && c === 0) || (a === 0 && d === 0)
  if (!isStraight || operands.length !== 4 || operands.some((operand) => typeof operand !== 'number'))
    throw new NotPlain('content')
  const [x, y, width, height] = operands as [number, number, number, number]
  const [x0, y0] = [a * x + c * y + e, b * x + d * y + f]
  const [x1, y1] = [a * (x + width) + c * (y + height) + e, b * (x + width) + d * (y + height) + f]
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)]
}

const overlap = (one: Box, other: Box): Box => [
  Math.max(one[0], other[0]),
  Math.max(one[1], other[1]),
  Math.min(one[2], other[2]),
  Math.min(one[3], other[3]),
]

/** Turns a page as its `/Rotate` says and moves its corner to 0, 0. */
function turned(
  angle: number,
  [left, bottom, right, top]: Box,
): { matrix: Matrix; width: number; height: number } {
  const [width, height] = [right - left, top - bottom]
  switch (((angle % 360) + 360) % 360) {
    case 90:
      return { matrix: [0, -1, 1, 0, -bottom, right], width: height, height: width }
    case 180:
      return { matrix: [-1, 0, 0, -1, right, top], width, height }
    case 270:
      return { matrix: [0, 1, -1, 0, top, -left], width: height, height: width }
    default:
      return { matrix: [1, 0, 0, 1, -left, -bottom], width, height }
  }
}
