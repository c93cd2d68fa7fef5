import { heightOfLines, type Sheet } from './sheet.js'
import { styles, type Run, type TextStyle } from './text-style.js'

const headings = {
  1: { type: 'H1', style: styles.title, before: 0, after: 8 },
  2: { type: 'H2', style: styles.section, before: 12, after: 4 },
  3: { type: 'H3', style: styles.subsection, before: 9, after: 3 },
} as const

/**
 * A heading stays with what follows it.
 * @param follows height that has to be left on the page below it; by itself a few lines
 */
export function heading(sheet: Sheet, level: 1 | 2 | 3, text: string, follows = 75): void {
  const { type, style, before, after } = headings[level]
  sheet.keep(headingHeight(sheet, level, text) + follows)
  sheet.y += before
  sheet.tag(sheet.root, type, () => printLines(sheet, [{ text, style }], sheet.left, sheet.width))
  sheet.y += after
}

/** How much height a heading takes. */
export function headingHeight(sheet: Sheet, level: 1 | 2 | 3, text: string): number {
  const { style, before, after } = headings[level]
  return before + heightOfLines(sheet.set([{ text, style }], sheet.width)) + after
}

/** A paragraph; runs over the page end where it must. */
export function paragraph(sheet: Sheet, text: string, style: TextStyle = styles.body, after = 4): void {
  sheet.keep(startOf(sheet, [{ text, style }], sheet.width))
  sheet.tag(sheet.root, 'P', () => printLines(sheet, [{ text, style }], sheet.left, sheet.width))
  sheet.y += after
}

const indent = 12

/** The first lines of a paragraph or an item, which are not torn apart where a page ends. */
const startOf = (sheet: Sheet, runs: readonly Run[] = [], width = sheet.width - indent): number =>
  heightOfLines(sheet.set(runs, width).slice(0, 3))

/** A list under its heading; its first item stays with it. */
export function headedList(
  sheet: Sheet,
  level: 2 | 3,
  title: string,
  items: readonly (readonly Run[])[],
): void {
  heading(sheet, level, title, startOf(sheet, items[0]))
  list(sheet, items)
}

/** A list with a dash before each item. */
export function list(sheet: Sheet, items: readonly (readonly Run[])[]): void {
  sheet.group(sheet.root, 'L', (list) => {
    for (const runs of items) {
      sheet.group(list, 'LI', (item) => {
        sheet.keep(startOf(sheet, runs))
        sheet.tag(item, 'Lbl', () => sheet.print('–', sheet.left, sheet.y, styles.body))
        sheet.tag(item, 'LBody', () => printLines(sheet, runs, sheet.left + indent, sheet.width - indent))
      })
      sheet.y += 2
    }
  })
  sheet.y += 2
}

/** Prints runs one under the other from the sheet's current height on, over page ends; never the last line alone. */
export function printLines(sheet: Sheet, runs: readonly Run[], x: number, width: number): void {
  const lines = sheet.set(runs, width)
  for (const [index, { text, style, height }] of lines.entries()) {
    const isLastButOne = index > 0 && index === lines.length - 2
    const kept = isLastButOne ? heightOfLines(lines.slice(index)) : height
    if (sheet.y + kept > sheet.bottom) sheet.continueOnNewPage()
    sheet.print(text, x, sheet.y, style)
    sheet.y += height
  }
}
