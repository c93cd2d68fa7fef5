import type { SetLine, Sheet } from './sheet.js'

/**
 * One of several texts side by side on their way to the paper: printed lines are counted, so that it can go on over a
 * page end.
 */
export interface Cell {
  readonly element: PDFKit.PDFStructureElement
  readonly type: string
  readonly x: number
  readonly width: number
  /** Amounts stand under each other at their last digit. */
  readonly alignedRight?: boolean
  readonly lines: readonly SetLine[]
  printed: number
}

/** Prints as much of each cell as fits on the page; true when all is printed. */
export function printSlice(sheet: Sheet, cells: readonly Cell[], padding: number): boolean {
  const top = sheet.y + padding
  let lowest = top
  for (const cell of cells) {
    let y = top
    const start = cell.printed
    sheet.draw(cell.element, cell.type, () => {
      for (const line of cell.lines.slice(start)) {
        if (y + line.height > sheet.bottom) break
        printLine(sheet, cell, line, y)
        y += line.height
        cell.printed++
      }
    })
    lowest = Math.max(lowest, y)
  }
  sheet.y = lowest + padding
  return cells.every(({ printed, lines }) => printed === lines.length)
}

/** Prints a line on the side of its cell where it belongs. */
export function printLine(
  sheet: Sheet,
  { x, width, alignedRight }: Pick<Cell, 'x' | 'width' | 'alignedRight'>,
  { text, style }: Pick<SetLine, 'text' | 'style'>,
  y: number,
): void {
  const isRight = alignedRight === true || style.direction === 'rtl'
  sheet.print(text, x + (isRight ? width - sheet.measure(text, style) : 0), y, style)
}
