import { tellLetters, type FontInPdf } from './arabic-letters.js'
import { closeIsolates, isReordered, visualPieces, type Piece } from './bidi.js'
import { breakLines } from './break-lines.js'
import { notoSansArabic } from './fonts.js'
import { a4, type Document } from './open-document.js'
import { asPrinted, needsActualText } from './as-printed.js'
import { ink, type Run, type TextStyle } from './text-style.js'

type Element = PDFKit.PDFStructureElement

export const margins = { left: 62, right: 48, top: 48, bottom: 56 } as const

export interface SetLine {
  readonly text: string
  readonly style: TextStyle
  readonly height: number
}

/** A page is set more than once until its numbers are known; where its lines break stays the same. */
const brokenBefore = new Map<string, readonly string[]>()

/** Height of lines that stand one under the other. */
export const heightOfLines = (lines: readonly SetLine[]): number =>
  lines.reduce((sum, { height }) => sum + height, 0)

/** The sheet that is being written: where the next line goes, and the part of the structure it belongs to. */
export class Sheet {
  y = 0
  readonly left = margins.left
  readonly width = a4.width - margins.left - margins.right
  readonly bottom = a4.height - margins.bottom

  constructor(
    readonly document: Document,
    readonly root: Element,
  ) {}

  newPage(): void {
    this.document.addPage()
    this.y = margins.top
  }

  /** Goes on with what is being drawn on a new page. */
  continueOnNewPage(): void {
    this.document.continueOnNewPage()
    this.y = margins.top
  }

  /** Starts a new page unless this much height is left on this one. */
  keep(height: number): void {
    if (this.y + height > this.bottom) this.newPage()
  }

  lineHeight(style: TextStyle): number {
    this.#select(style)
    return this.document.currentLineHeight() * (style.leading ?? 1)
  }

  measure(text: string, style: TextStyle): number {
    if (isReordered(text, style.direction))
      return this.#pieces(text, style).reduce((sum, { width }) => sum + width, 0)
    this.#select(style)
    return this.document.widthOfString(asPrinted(text))
  }

  /** The lines of one or more runs, set to the width. */
  set(runs: readonly Run[], width: number): SetLine[] {
    return runs.flatMap(({ text, style }) => {
      const height = this.lineHeight(style)
      return this.#broken(text, style, width).map((line) => ({ text: line, style, height }))
    })
  }

  /** Draws one line with its top at `y`. */
  print(text: string, x: number, y: number, style: TextStyle): void {
    if (text === '') return
    if (isReordered(text, style.direction)) return this.#printReordered(text, x, y, style)
    this.#select(style)
    const spelled = needsActualText(text)
    if (spelled) this.document.markContent('Span', { actual: text.normalize('NFC') })
    this.document
      .fillColor(style.quiet === true ? ink.quiet : ink.normal)
      .text(asPrinted(text), x, y, { lineBreak: false })
    if (spelled) this.document.endMarkedContent()
  }

  /** Adds an element without content of its own, for what stands inside it. */
  group<T>(parent: Element, type: string, fill: (element: Element) => T, options: ElementOptions = {}): T {
    const element = this.document.struct(type, options)
    parent.add(element)
    const result = fill(element)
    element.end()
    return result
  }

  /** Draws into an open element; may be called again for the same element on a later page. */
  draw(element: Element, type: string, draw: () => void): void {
    const content = this.document.markStructureContent(type)
    draw()
    this.document.endMarkedContent()
    element.add(content)
  }

  /** Adds an element with what is drawn in it. */
  tag(parent: Element, type: string, draw: () => void, options: ElementOptions = {}): void {
    this.group(parent, type, (element) => this.draw(element, type, draw), options)
  }

  /** Draws what says nothing: lines, boxes, page numbers. */
  ornament(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.document.markContent('Artifact', { type })
    draw()
    this.document.endMarkedContent()
  }

  /** Draws a line piece by piece as the eye meets it: readers of the text put it in order again by the same rules. */
  #printReordered(text: string, x: number, y: number, style: TextStyle): void {
    this.document.fillColor(style.quiet === true ? ink.quiet : ink.normal)
    let left = x
    for (const piece of this.#pieces(text, style)) {
      this.#select(style, piece.arabic)
      if (piece.arabic) tellLetters(this.#font)
      this.document.text(piece.text, left, y + piece.drop, { lineBreak: false })
      left += piece.width
    }
  }

  #pieces(text: string, style: TextStyle): (Piece & { readonly width: number; readonly drop: number })[] {
    return visualPieces(text.normalize('NFC'), style.direction ?? 'ltr').map((piece) => {
      this.#select(style, piece.arabic)
      const shown = piece.arabic ? piece.text : asPrinted(piece.text)
      const width = this.document.widthOfString(shown)
      return { text: shown, arabic: piece.arabic, width, drop: this.#drop(style, piece.arabic) }
    })
  }

  /** How much lower a piece begins for all pieces of a line to stand on one line: fonts are of different heights. */
  #drop(style: TextStyle, arabic: boolean): number {
    return arabic ? this.#ascent(style, false) - this.#ascent(style, true) : 0
  }

  #ascent(style: TextStyle, arabic: boolean): number {
    this.#select(style, arabic)
    return (this.#font.ascender / 1000) * style.size
  }

  #broken(text: string, style: TextStyle, width: number): readonly string[] {
    const key = `${style.size} ${style.bold} ${style.direction} ${width} ${text}`
    const known = brokenBefore.get(key)
    if (known !== undefined) return known
    const lines = closeIsolates(breakLines((part) => this.measure(part, style), text, width))
    brokenBefore.set(key, lines)
    return lines
  }

  /** The font that is chosen now. The library has it, but says so in no type. */
  get #font(): FontInPdf {
    return (this.document as unknown as { readonly _font: FontInPdf })._font
  }

  #select({ bold, size }: TextStyle, arabic = false): void {
    const weight = bold === true ? 'bold' : 'regular'
    // Registered here and not with the others: most documents never load it.
    if (arabic) this.document.registerFont(`arabic-${weight}`, notoSansArabic()[weight])
    this.document.font(arabic ? `arabic-${weight}` : weight).fontSize(size)
  }
}

/** A sheet that nobody will see: it tells what fits where, and draws nothing. */
class Draft extends Sheet {
  override print(): void {}
  override ornament(): void {}
}

/** A sheet for a document that has no page yet. */
export const newSheet = (document: Document): Sheet => new Sheet(document, rootOf(document))

export const newDraft = (document: Document): Sheet => new Draft(document, rootOf(document))

function rootOf(document: Document): Element {
  const root = document.struct('Document')
  document.addStructure(root)
  return root
}

/**
 * `alt` for a figure, `scope` for a table heading, `lang` for what is in another language than the document, `actual`
 * for a text whose glyphs stand in another order.
 */
export interface ElementOptions {
  readonly lang?: string
  readonly actual?: string
  readonly alt?: string
  readonly scope?: 'Row' | 'Column'
}
