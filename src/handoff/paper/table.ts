import { heightOfCells, printSlice, type Cell } from './cells.js'
import type { ElementOptions, Sheet } from './sheet.js'
import { ink, styles, type Run, type TextStyle } from './text-style.js'

export interface Column {
  readonly title: string
  /** Share of the width; all shares together are 1. */
  readonly share: number
}

/** A row; with `heading` its first cell names the row. */
export interface Row {
  readonly cells: readonly (readonly Run[])[]
  readonly heading?: boolean
}

const padding = { x: 4, y: 3 } as const
const headStyle: TextStyle = { ...styles.small, bold: true }

/** A table whose heading row comes again on each page. A row that does not fit on a page goes on on the next. */
export function table(sheet: Sheet, columns: readonly Column[], rows: readonly Row[]): void {
  sheet.keep(60)
  sheet.group(sheet.root, 'Table', (element) => {
    if (columns.some(({ title }) => title !== '')) headRow(sheet, columns, element)
    for (const row of rows) bodyRow(sheet, columns, row, element)
  })
  sheet.y += 4
}

function headRow(sheet: Sheet, columns: readonly Column[], table: PDFKit.PDFStructureElement): void {
  const height = fillHead(sheet)
  sheet.group(table, 'TR', (row) => {
    for (const [index, { title }] of columns.entries())
      sheet.tag(
        row,
        'TH',
        () => sheet.print(title, left(sheet, columns, index) + padding.x, sheet.y + padding.y, headStyle),
        { scope: 'Column' },
      )
  })
  sheet.y += height
}

/** The heading row again, on a later page: for the eye, so not part of the structure. */
function repeatHead(sheet: Sheet, columns: readonly Column[]): void {
  if (columns.every(({ title }) => title === '')) return
  const height = fillHead(sheet)
  sheet.ornament(() => {
    for (const [index, { title }] of columns.entries())
      sheet.print(title, left(sheet, columns, index) + padding.x, sheet.y + padding.y, headStyle)
  }, 'Pagination')
  sheet.y += height
}

function fillHead(sheet: Sheet): number {
  const height = sheet.lineHeight(headStyle) + 2 * padding.y
  sheet.ornament(() => sheet.document.rect(sheet.left, sheet.y, sheet.width, height).fill(ink.tint))
  return height
}

function bodyRow(
  sheet: Sheet,
  columns: readonly Column[],
  row: Row,
  table: PDFKit.PDFStructureElement,
): void {
  sheet.group(table, 'TR', (element) => {
    const cells = columns.map((column, index): Cell => {
      const isHeading = index === 0 && row.heading === true
      const type = isHeading ? 'TH' : 'TD'
      const cell = sheet.document.struct(type, isHeading ? rowScope : {})
      element.add(cell)
      const width = column.share * sheet.width - 2 * padding.x
      const lines = sheet.set(row.cells[index] ?? [], width)
      return { element: cell, type, x: left(sheet, columns, index) + padding.x, width, lines, printed: 0 }
    })
    if (sheet.y + Math.min(heightOfCells(cells) + 2 * padding.y, 160) > sheet.bottom) nextPage(sheet, columns)
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

const left = (sheet: Sheet, columns: readonly Column[], index: number): number =>
  sheet.left + columns.slice(0, index).reduce((sum, { share }) => sum + share * sheet.width, 0)
