import { breakLines } from './break-lines.js'
import { a4, type Document } from './open-document.js'
import { needsActualText, printable } from './printable.js'
import { ink, type Run, type TextStyle } from './text-style.js'

type Element = PDFKit.PDFStructureElement

export const margins = { left: 62, right: 48, top: 48, bottom: 56 } as const

export interface SetLine {
  readonly text: string
  readonly style: TextStyle
  readonly height: number
}

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
    this.#select(style)
    return this.document.widthOfString(printable(text))
  }

  /** The lines of one or more runs, set to the width. */
  set(runs: readonly Run[], width: number): SetLine[] {
    return runs.flatMap(({ text, style }) => {
      const height = this.lineHeight(style)
      return breakLines((part) => this.measure(part, style), text, width).map((line) => ({
        text: line,
        style,
        height,
      }))
    })
  }

  /** Draws one line with its top at `y`. */
  print(text: string, x: number, y: number, style: TextStyle): void {
    if (text === '') return
    this.#select(style)
    const spelled = needsActualText(text)
    if (spelled) this.document.markContent('Span', { actual: text.normalize('NFC') })
    this.document
      .fillColor(style.quiet === true ? ink.quiet : ink.normal)
      .text(printable(text), x, y, { lineBreak: false })
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

  #select({ bold, size }: TextStyle): void {
    this.document.font(bold === true ? 'bold' : 'regular').fontSize(size)
  }
}

/** A sheet for a document that has no page yet. */
export function newSheet(document: Document): Sheet {
  const root = document.struct('Document')
  document.addStructure(root)
  return new Sheet(document, root)
}

/** `alt` for a figure, `scope` for a table heading. */
export interface ElementOptions {
  readonly alt?: string
  readonly scope?: 'Row' | 'Column'
}
