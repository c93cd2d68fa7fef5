import { PDFBool, PDFDict, PDFName, PDFRawStream, type PDFObject } from 'pdf-lib'
import type { WhyRedrawn } from '../../casework/case-file.js'
import type { Operator } from '../pdf/content-operators.js'
import { lookUp } from '../pdf/look-up.js'
import { isOpaque } from '../pdf/opaque-state.js'
import { boxAt, contains, everywhere, overlap, product, type Box, type Matrix } from '../pdf/geometry.js'
import { isStencil, pictureOfPdf } from './pdf-picture.js'
import type { MadePlate } from './plates.js'

/** A page does something else than placing images that can be taken over. */
export class NotPlain extends Error {
  constructor(readonly why: WhyRedrawn) {
    super(why)
  }
}

interface State {
  readonly matrix: Matrix
  readonly clip: Box
  readonly hidesText: boolean
}

const mostImages = 500
const deepestState = 64
const unitSquare: Box = [0, 0, 1, 1]
/** So much of an image may be cut off, in points. */
const slack = 1

/** What changes nothing about an image: line styles, places and sizes of text, colours, marks. */
const harmless = new Set(
  'w J j M d ri i BT ET Tc Tw Tz TL Tf Ts Td TD Tm T* MP DP BMC EMC BX EX g rg G RG k K cs CS sc SC scn SCN'.split(
    ' ',
  ),
)
const colouring = new Set(['g', 'rg', 'k', 'cs', 'sc', 'scn'])
const showing = new Set(['Tj', 'TJ', "'", '"'])

/** Follows the operators of a page as long as they do nothing but place images. */
export class PlacedImages {
  readonly images: MadePlate['images'][number][] = []
  #state: State = { matrix: [1, 0, 0, 1, 0, 0], clip: everywhere, hidesText: false }
  readonly #saved: State[] = []
  #rectangles: Box[] = []
  #clips = false
  #hasPaint = false

  /** @param page where the page lies */
  constructor(
    private readonly resources: PDFDict | undefined,
    private readonly page: Box,
  ) {}

  /** @throws NotPlain */
  follow({ name, operands }: Operator): void {
    if (colouring.has(name)) this.#hasPaint = true
    if (harmless.has(name) || (showing.has(name) && this.#state.hidesText)) return
    switch (name) {
      case 'q':
        return this.#save()
      case 'Q':
        return this.#change(this.#saved.pop() ?? {})
      case 'cm':
        return this.#change({ matrix: product(numbersIn(operands, 6) as Matrix, this.#state.matrix) })
      case 'Tr':
        // Text that was recognised in a scan lies under its image and is never drawn.
        return this.#change({ hidesText: numbersIn(operands, 1)[0] === 3 })
      case 're':
        return this.#addRectangle(operands)
      case 'W':
      case 'W*':
        this.#clips = true
        return
      case 'n':
        return this.#endPath()
      case 'gs':
        return demand(leavesImages(this.#resource('ExtGState', operands)))
      case 'BDC':
        return demand(!operands.some(mayBeLayer))
      case 'Do':
        return this.#place(this.#resource('XObject', operands))
      default:
        throw new NotPlain('content')
    }
  }

  #change(changes: Partial<State>): void {
    this.#state = { ...this.#state, ...changes }
  }

  #save(): void {
    demand(this.#saved.push(this.#state) <= deepestState)
  }

  #addRectangle(operands: readonly string[]): void {
    const [x, y, width, height] = numbersIn(operands, 4) as [number, number, number, number]
    this.#rectangles.push(straight(this.#state.matrix, [x, y, x + width, y + height]))
  }

  #endPath(): void {
    const [rectangle, ...more] = this.#rectangles
    if (this.#clips) {
      if (rectangle === undefined || more.length > 0) throw new NotPlain('content')
      this.#change({ clip: overlap(this.#state.clip, rectangle) })
    }
    this.#rectangles = []
    this.#clips = false
  }

  #place(image: PDFObject | undefined): void {
    if (!isImage(image)) throw new NotPlain('content')
    if (this.#hasOwnColours()) throw new NotPlain('format')
    demand(this.images.length < mostImages && this.#rectangles.length === 0 && this.#isWhole())
    const shinesThrough = isStencil(image)
    demand(!shinesThrough || (!this.#hasPaint && this.images.length === 0))
    const picture = pictureOfPdf(image)
    if (picture === null) throw new NotPlain('format')
    this.images.push({ ...picture, matrix: this.#state.matrix })
    // Nothing may lie over a stencil either: it would be seen through.
    if (shinesThrough) this.#hasPaint = true
  }

  /** Whether the page says what grey or red, green and blue mean on it. */
  #hasOwnColours(): boolean {
    const spaces = this.resources === undefined ? undefined : lookUp(this.resources, 'ColorSpace')
    return spaces instanceof PDFDict && defaultColours.some((name) => spaces.has(name))
  }

  /** Whether no clip cuts off what lies on the page of the image that is about to be placed. */
  #isWhole(): boolean {
    const { clip, matrix } = this.#state
    return clip === everywhere || contains(clip, overlap(straight(matrix, unitSquare), this.page), slack)
  }

  #resource(kind: string, operands: readonly string[]): PDFObject | undefined {
    const group = this.resources === undefined ? undefined : lookUp(this.resources, kind)
    const [name, ...more] = operands
    if (!(group instanceof PDFDict) || name?.[0] !== '/' || more.length > 0) return undefined
    return lookUp(group, name.slice(1))
  }
}

const defaultColours = ['DefaultGray', 'DefaultRGB'].map((name) => PDFName.of(name))

function demand(isPlain: boolean): void {
  if (!isPlain) throw new NotPlain('content')
}

function numbersIn(operands: readonly string[], count: number): readonly number[] {
  const numbers = operands.map(Number)
  demand(numbers.length === count && numbers.every(Number.isFinite))
  return numbers
}

function straight(matrix: Matrix, box: Box): Box {
  const found = boxAt(matrix, box)
  if (found === null) throw new NotPlain('content')
  return found
}

const isImage = (object: PDFObject | undefined): object is PDFRawStream =>
  object instanceof PDFRawStream && lookUp(object.dict, 'Subtype') === PDFName.of('Image')

/** Part of a layer that may be off; the letters of a name can also be written as numbers. */
const mayBeLayer = (operand: string): boolean => /^\/(?:OC$|.*#)/.test(operand)

const ofLines = ['Type', 'SA', 'SM', 'OPM', 'LW', 'LC', 'LJ', 'ML', 'FL', 'TK']
const ofOverprinting = ['OP', 'op', 'AIS']
const knownOfState = new Set([...ofLines, ...ofOverprinting, 'CA', 'ca', 'BM', 'SMask'])

/** Whether a graphics state leaves images as they are. */
function leavesImages(state: PDFObject | undefined): boolean {
  if (!(state instanceof PDFDict) || !isOpaque(state)) return false
  return (
    state.keys().every((key) => knownOfState.has(key.decodeText())) &&
    ofOverprinting.every((key) => isOff(lookUp(state, key)))
  )
}

const isOff = (value: PDFObject | undefined): boolean => value === undefined || value === PDFBool.False
