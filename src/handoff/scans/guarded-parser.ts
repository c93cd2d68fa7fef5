import {
  PDFArray,
  PDFDict,
  PDFNumber,
  PDFParser,
  PDFRawStream,
  type PDFContext,
  type PDFObject,
  type PDFStream,
} from 'pdf-lib'
import { namesIn, resolved, valueOf } from '../pdf/pdf-names.js'
import '../pdf/read-every-name.js'
import { unpackedSize } from './unpacked-size.js'

const mostObjects = 500_000

// How often the bytes of a file may be looked at; a sound one needs a few.
const mostRounds = 16

// The structure of a tagged document of 300 pages takes a few megabytes.
const mostPackedObjects = 16_000_000

/**
 * A parser that gives up before it does what costs too much, and keeps what it would forget: of two objects with one
 * number it takes the last, another program perhaps the first.
 */
export class GuardedParser extends PDFParser {
  /** Whether it gave up because of the cost. */
  gaveUp = false
  /** Objects that stand in the file and were replaced by a later one. */
  readonly replaced: PDFObject[] = []
  #objects = 0
  #packed = 0
  #steps = 0
  readonly #bytes: Buffer
  readonly #begun = new Set<number>()

  constructor(bytes: Uint8Array) {
    super(bytes, Number.POSITIVE_INFINITY, true)
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const assign = this.context.assign.bind(this.context)
    // The one place that every object passes, also one out of an object stream.
    this.context.assign = (ref, object) => {
      if (++this.#objects > mostObjects) this.#giveUp()
      const before = this.context.lookup(ref)
      if (before !== undefined) this.replaced.push(before)
      assign(ref, object)
    }
  }

  protected override parseDictOrStream(): PDFDict | PDFStream {
    const start = this.bytes.offset()
    const found = super.parseDictOrStream()
    // A negative length leads back to where the library has been, again and again.
    if (this.bytes.offset() < start) this.#giveUp()
    if (found instanceof PDFRawStream && !this.#isCheap(found)) this.#giveUp()
    return found
  }

  /** Where the length of a stream stands elsewhere; the library would look at each byte of a picture for five words. */
  protected override findEndOfStreamFallback(): number {
    const end = this.#bytes.indexOf('endstream', this.bytes.offset())
    if (end === -1) throw new Error('a stream without an end')
    this.bytes.moveTo(end + 'endstream'.length)
    const before = this.#bytes.toString('latin1', end - 2, end)
    return end - (before === '\r\n' ? 2 : /[\r\n]$/.test(before) ? 1 : 0)
  }

  protected override skipWhitespaceAndComments(): void {
    this.#counted(() => super.skipWhitespaceAndComments())
  }

  protected override parseRawInt(): number {
    return this.#counted(() => super.parseRawInt())
  }

  protected override matchKeyword(keyword: number[]): boolean {
    // Where the library looks for the next object it takes what it catches for nonsense, and goes on.
    if (this.gaveUp) this.#giveUp()
    const isThere = super.matchKeyword(keyword)
    // No other word has three letters.
    if (isThere && keyword.length === 'obj'.length) this.#begun.add(this.bytes.offset())
    return isThere
  }

  /**
   * Whether an object stands where it was passed over: in a stream, a text or a comment. The table of the file, or a
   * program that mends it, may lead there all the same.
   */
  hidesObjects(): boolean {
    const bytes = this.#bytes
    for (let at = bytes.indexOf('obj'); at !== -1; at = bytes.indexOf('obj', at + 1)) {
      if (this.#begun.has(at + 'obj'.length)) continue
      if (objectNumbers.test(bytes.toString('latin1', Math.max(0, at - mostBefore), at))) return true
    }
    return false
  }

  /** Where it finds nonsense, the library looks from each byte how far something could go: a square of its length. */
  #counted<T>(read: () => T): T {
    if (this.#steps > mostRounds * this.#bytes.length) this.#giveUp()
    const start = this.bytes.offset()
    try {
      return read()
    } finally {
      this.#steps += this.bytes.offset() - start
    }
  }

  /** Of the streams, the library unpacks these two kinds while it reads, all of it and without a limit. */
  #isCheap(stream: PDFRawStream): boolean {
    const [type] = namesIn(this.context, valueOf(stream.dict, 'Type'))
    if (type === 'XRef') return isCredible(this.context, stream.dict) && this.#unpacks(stream)
    return type !== 'ObjStm' || this.#unpacks(stream)
  }

  #unpacks(stream: PDFRawStream): boolean {
    const filters = namesIn(this.context, valueOf(stream.dict, 'Filter'))
    if (filters.length > 1 || (filters.length === 1 && filters[0] !== 'FlateDecode')) return false
    const left = mostPackedObjects - this.#packed
    const size = filters.length === 0 ? stream.contents.length : unpackedSize(stream.contents, left)
    this.#packed += size ?? left
    return size !== null
  }

  #giveUp(): never {
    this.gaveUp = true
    throw new Error('the file costs too much')
  }
}

// What stands before the word that begins an object, with a short comment at most in between.
const objectNumbers = /\d(?:[\0\t\n\f\r ]|%[^\r\n]*[\r\n])+\d+(?:[\0\t\n\f\r ]|%[^\r\n]*[\r\n])*$/
const mostBefore = 100

const widestField = 8

/** Whether a table says no more of itself than can be: the library believes it, and counts up to there. */
function isCredible(context: PDFContext, table: PDFDict): boolean {
  const numbers = (key: string) => numbersIn(context, valueOf(table, key))
  // Pairs of a first number and how many follow.
  const counts = numbers('Index').filter((_, index) => index % 2 === 1)
  const objects = [...numbers('Size'), ...counts].reduce((sum, count) => sum + count, 0)
  return objects <= 2 * mostObjects && numbers('W').every((bytes) => bytes <= widestField)
}

function numbersIn(context: PDFContext, value: PDFObject | undefined): number[] {
  const found = resolved(context, value)
  if (found instanceof PDFNumber) return [found.asNumber()]
  return found instanceof PDFArray ? found.asArray().flatMap((item) => numbersIn(context, item)) : []
}
