import { withoutIsolates } from '../paper/bidi.js'
import { printSlice, type Cell } from '../paper/cells.js'
import { heightOfLines, type ElementOptions, type SetLine, type Sheet } from '../paper/sheet.js'
import type { Run } from '../paper/text-style.js'
import type { NoteLanguage } from './note-contents.js'

type Element = PDFKit.PDFStructureElement

/** A text set to a width, with its place on the sheet. */
interface Column {
  readonly lines: readonly SetLine[]
  readonly x: number
  readonly width: number
  readonly options: ElementOptions
}

/** What stands side by side. */
export interface Row {
  readonly columns: readonly Column[]
  readonly height: number
}

const gap = 20
const padding = 1
/** A higher row may begin on this page and go on on the next. */
const mostKept = 160

/** Sets and draws texts in German and beside them in the language of the citizen. */
export class TwoLanguages {
  constructor(
    readonly sheet: Sheet,
    readonly language: NoteLanguage | null,
    /** How much of the width the German takes where both stand side by side. */
    readonly share: number,
  ) {}

  /** The same in both languages side by side; without a second one over the whole width. */
  row(german: readonly Run[], other: readonly Run[] | null, inset = 0, width = this.sheet.width): Row {
    if (this.language === null || other === null) return rowOf([this.german(german, inset, width - inset)])
    const first = (width - gap) * this.share
    const second = width - gap - first
    return rowOf([this.german(german, inset, first - inset), this.foreign(other, first + gap, second)])
  }

  /** One text in one of the languages over this width. */
  line(run: Run, width: number, isForeign: boolean): Row {
    return rowOf([isForeign ? this.foreign([run], 0, width) : this.german([run], 0, width)])
  }

  /** Draws a row into an element: what is in the other language says so. */
  draw(parent: Element, type: string, { columns, height }: Row, before: () => void = () => undefined): void {
    const { sheet } = this
    sheet.keep(keptHeight(height))
    before()
    const cells = columns.map(({ lines, x, width, options }): Cell => {
      const element = sheet.document.struct(type, options)
      parent.add(element)
      return { element, type, x: sheet.left + x, width, lines, printed: 0 }
    })
    while (!printSlice(sheet, cells, padding)) sheet.newPage()
    for (const { element } of cells) element.end()
  }

  private german(runs: readonly Run[], x: number, width: number): Column {
    return { lines: this.sheet.set(runs, width), x, width, options: {} }
  }

  private foreign(runs: readonly Run[], x: number, width: number): Column {
    const { tag: lang = '', direction = 'ltr' } = this.language ?? {}
    if (direction === 'ltr') return { lines: this.sheet.set(runs, width), x, width, options: { lang } }
    const actual = withoutIsolates(runs.map(({ text }) => text).join(' '))
    return { lines: this.sheet.set(runs.map(fromTheRight), width), x, width, options: { lang, actual } }
  }
}

/** How much room there has to be for a row of this height to begin. */
export const keptHeight = (height: number): number => Math.min(height + 2 * padding, mostKept)

const rowOf = (columns: readonly Column[]): Row => ({
  columns,
  height: Math.max(...columns.map(({ lines }) => heightOfLines(lines))),
})

const fromTheRight = ({ text, style }: Run): Run => ({ text, style: { ...style, direction: 'rtl' } })
