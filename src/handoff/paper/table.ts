import { heading, headingHeight } from './blocks.js'
import { printLine, printSlice, type Cell } from './cells.js'
import { heightOfLines, type ElementOptions, type SetLine, type Sheet } from './sheet.js'
import { ink, styles, type Run, type TextStyle } from './text-style.js'

export interface Column {
  readonly title: string
  /** Share of the width; all shares together are 1. */
  readonly share: number
  /** Amounts stand under each other at their last digit. */
  readonly alignedRight?: boolean
}

/** A row; with `heading` its first cell names the row. */
export interface Row {
  readonly cells: readonly (readonly Run[])[]
  readonly heading?: boolean
}

const padding = { x: 4, y: 3 } as const
const headStyle: TextStyle = { ...styles.small, bold: true }

/** A row with its text set to the width of its columns. */
interface SetRow {
  readonly cells: readonly (readonly SetLine[])[]
  readonly hasHeading: boolean
  readonly height: number
}

/** A table or a row up to this height is not split, and two small rows are kept together where a page ends. */
const smallHeight = 160

/**
 * A table under its heading, and under that of the chapter it opens; at least its first rows stay with them. Its heading
 * row comes again on each page, and a row that does not fit on a page goes on on the next.
 */
export function headedTable(
  sheet: Sheet,
  level: 2 | 3,
  title: string,
  columns: readonly Column[],
  rows: readonly Row[],
  chapter?: string,
): void {
  const set = rows.map((row) => setRow(sheet, columns, row))
  const start = startHeight(sheet, columns, set)
  if (chapter !== undefined) heading(sheet, 2, chapter, headingHeight(sheet, level, title) + start)
  heading(sheet, level, title, start)
  draw(sheet, columns, set)
}

function draw(sheet: Sheet, columns: readonly Column[], rows: readonly SetRow[]): void {
  sheet.group(sheet.root, 'Table', (element) => {
    if (hasHead(columns)) headRow(sheet, columns, element)
    for (const [index, row] of rows.entries()) {
      const needed =
        index === rows.length - 2 ? heightOfTwo(row, rows[index + 1]!) : Math.min(row.height, smallHeight)
      if (sheet.y + needed > sheet.bottom) nextPage(sheet, columns)
      bodyRow(sheet, columns, row, element)
    }
  })
  sheet.y += 4
}

function setRow(sheet: Sheet, columns: readonly Column[], { cells, heading }: Row): SetRow {
  const set = columns.map(({ share }, index) =>
    sheet.set(cells[index] ?? [], share * sheet.width - 2 * padding.x),
  )
  const height = Math.max(...set.map(heightOfLines)) + 2 * padding.y
  return { cells: set, hasHeading: heading === true, height }
}

/** Height of the heading row and of the rows that must not be left alone under it: a small table stays whole. */
function startHeight(sheet: Sheet, columns: readonly Column[], rows: readonly SetRow[]): number {
  const head = hasHead(columns) ? headHeight(sheet) : 0
  const all = rows.reduce((sum, { height }) => sum + height, 0)
  const [first, second] = rows
  return head + (first === undefined || all <= smallHeight ? all : heightOfTwo(first, second))
}

/** Two small rows are one thing where a page ends: a row alone there looks lost. */
function heightOfTwo(row: SetRow, next: SetRow | undefined): number {
  const both = row.height + (next?.height ?? 0)
  return both <= smallHeight ? both : Math.min(row.height, smallHeight)
}

const hasHead = (columns: readonly Column[]): boolean => columns.some(({ title }) => title !== '')

const headHeight = (sheet: Sheet): number => sheet.lineHeight(headStyle) + 2 * padding.y

function headRow(sheet: Sheet, columns: readonly Column[], table: PDFKit.PDFStructureElement): void {
  const height = fillHead(sheet)
  sheet.group(table, 'TR', (row) => {
    for (const index of columns.keys())
      sheet.tag(row, 'TH', () => printTitle(sheet, columns, index), { scope: 'Column' })
  })
  sheet.y += height
}

/** The heading row again, on a later page: for the eye, so not part of the structure. */
function repeatHead(sheet: Sheet, columns: readonly Column[]): void {
  if (!hasHead(columns)) return
  const height = fillHead(sheet)
  sheet.ornament(() => {
    for (const index of columns.keys()) printTitle(sheet, columns, index)
  }, 'Pagination')
  sheet.y += height
}

function printTitle(sheet: Sheet, columns: readonly Column[], index: number): void {
  const line = { text: columns[index]!.title, style: headStyle }
  printLine(sheet, place(sheet, columns, index), line, sheet.y + padding.y)
}

function fillHead(sheet: Sheet): number {
  const height = headHeight(sheet)
  sheet.ornament(() => sheet.document.rect(sheet.left, sheet.y, sheet.width, height).fill(ink.tint))
  return height
}

function bodyRow(
  sheet: Sheet,
  columns: readonly Column[],
  row: SetRow,
  table: PDFKit.PDFStructureElement,
): void {
  sheet.group(table, 'TR', (element) => {
    const cells = row.cells.map((lines, index): Cell => {
      const isHeading = index === 0 && row.hasHeading
      const type = isHeading ? 'TH' : 'TD'
      const cell = sheet.document.struct(type, isHeading ? rowScope : {})
      element.add(cell)
      return { element: cell, type, ...place(sheet, columns, index), lines, printed: 0 }
    })
    while (!printSlice(sheet, cells, padding.y)) nextPage(sheet, columns)
    for (const cell of cells) cell.element.end()
  })
  underline(sheet)
}

const rowScope: ElementOptions = { scope: 'Row' }

function nextPage(sheet: Sheet, columns: readonly Column[]): void {
  sheet.newPage()
  repeatHead(sheet, columns)
}

function underline(sheet: Sheet): void {
  sheet.ornament(() =>
    sheet.document
      .moveTo(sheet.left, sheet.y)
      .lineTo(sheet.left + sheet.width, sheet.y)
      .lineWidth(0.4)
      .stroke(ink.line),
  )
}

/** Where the text of a column begins, how wide it may be, and on which side it stands. */
const place = (
  sheet: Sheet,
  columns: readonly Column[],
  index: number,
): Pick<Cell, 'x' | 'width' | 'alignedRight'> => ({
  x: left(sheet, columns, index) + padding.x,
  width: columns[index]!.share * sheet.width - 2 * padding.x,
  alignedRight: columns[index]!.alignedRight === true,
})

const left = (sheet: Sheet, columns: readonly Column[], index: number): number =>
  sheet.left + columns.slice(0, index).reduce((sum, { share }) => sum + share * sheet.width, 0)
