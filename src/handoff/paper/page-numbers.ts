import { margins, type Sheet } from './sheet.js'
import { styles } from './text-style.js'

/** Writes "Seite 1 von 7" and a short name of the whole at the foot of every page. Last, when the count is known. */
export function numberPages(sheet: Sheet, name: string): void {
  const { start, count } = sheet.document.bufferedPageRange()
  for (let index = start; index < start + count; index++) {
    sheet.document.switchToPage(index)
    const number = `Seite ${index - start + 1} von ${count}`
    const y = sheet.document.page.height - 22
    sheet.ornament(() => {
      sheet.print(name, margins.left, y, styles.small)
      sheet.print(
        number,
        sheet.document.page.width - margins.right - sheet.measure(number, styles.small),
        y,
        styles.small,
      )
    }, 'Pagination')
  }
}
