import { heightOfLines, type Sheet } from '../paper/sheet.js'
import type { FormField } from './read-template.js'

/** Text in a field never gets smaller than this: an older eye still reads it. */
export const smallestSize = 8
const usualSize = 10
const inset = 2

export interface FittedText {
  readonly lines: readonly string[]
  readonly size: number
}

/** The text set into the field, as large as it fits; `null` if it does not fit at the smallest size. */
export function fitText(sheet: Sheet, field: FormField, text: string): FittedText | null {
  const largest = Math.max(smallestSize, field.fontSize || Math.min(usualSize, field.height / 1.4))
  for (let size = largest; size >= smallestSize; size -= 0.5) {
    const fitted = setAt(sheet, field, text, size)
    if (fitted !== null) return fitted
  }
  return setAt(sheet, field, text, smallestSize)
}

function setAt(sheet: Sheet, field: FormField, text: string, size: number): FittedText | null {
  const width = field.width - 2 * inset
  if (!field.multiline)
    return !text.includes('\n') && sheet.measure(text, { size }) <= width ? { lines: [text], size } : null
  const set = sheet.set([{ text, style: { size } }], width)
  const height = heightOfLines(set)
  return height <= field.height ? { lines: set.map((line) => line.text), size } : null
}

/** Draws fitted text into its field: one line in the middle of its height, several from the top. */
export function printInField(sheet: Sheet, field: FormField, { lines, size }: FittedText): void {
  const height = sheet.lineHeight({ size })
  const top = field.multiline ? field.y : field.y + (field.height - height) / 2
  for (const [index, line] of lines.entries())
    sheet.print(line, field.x + inset, top + index * height, { size })
}
