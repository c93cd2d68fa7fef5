import type { Sheet } from './sheet.js'
import type { TextStyle } from './text-style.js'

const text = 'PROBE'
const style: TextStyle = { size: 120, bold: true }
/** Strong enough for a grey copy, weak enough to read through. */
const strength = 0.13

/** Writes "PROBE" across every page, over what stands there: nothing in a scan or a form may cover it. Last of all. */
export function markAsTrial(sheet: Sheet): void {
  const { start, count } = sheet.document.bufferedPageRange()
  for (let index = start; index < start + count; index++) {
    sheet.document.switchToPage(index)
    sheet.ornament(() => across(sheet), 'Pagination')
  }
}

function across(sheet: Sheet): void {
  const { document } = sheet
  const { width, height } = document.page
  const centre: [number, number] = [width / 2, height / 2]
  const [x, y] = [centre[0] - sheet.measure(text, style) / 2, centre[1] - sheet.lineHeight(style) / 2]
  document.save().rotate(-50, { origin: centre }).fillOpacity(strength)
  sheet.print(text, x, y, style)
  document.restore()
}
