import { heightOfLines, type Sheet } from '../paper/sheet.js'
import type { FormField } from './read-template.js'

/** Text in a field never gets smaller than this: an older eye still reads it. */
export const smallestSize = 8
const usualSize = 10
// Some programs write a size as large as the field, which leaves no room for a second word.
const largestSize = 14
const inset = 2

export interface FittedText {
  readonly lines: readonly string[]
  readonly size: number
  /** One character to a cell. */
  readonly inCells: boolean
}

/** The text set into the field, as large as it fits; `null` if it does not fit at the smallest size. */
export function fitText(sheet: Sheet, field: FormField, text: string): FittedText | null {
  const wanted = Math.min(field.fontSize || usualSize, largestSize)
  const largest = Math.max(smallestSize, field.multiline ? wanted : Math.min(wanted, field.height / 1.4))
  for (let size = largest; size > smallestSize; size -= 0.5) {
    const fitted = setAt(sheet, field, text, size)
    if (fitted !== null) return fitted
  }
  return setAt(sheet, field, text, smallestSize)
}

function setAt(sheet: Sheet, field: FormField, text: string, size: number): FittedText | null {
  if (field.comb) return setInCells(sheet, field, text, size)
  const width = field.width - 2 * inset
  if (field.maxLength !== null && lengthOf(text) > field.maxLength) return null
  if (!field.multiline)
    return !text.includes('\n') && sheet.measure(text, { size }) <= width
      ? { lines: [text], size, inCells: false }
      : null
  const set = sheet.set([{ text, style: { size } }], width)
  return heightOfLines(set) <= field.height
    ? { lines: set.map((line) => line.text), size, inCells: false }
    : null
}

function setInCells(sheet: Sheet, field: FormField, text: string, size: number): FittedText | null {
  const cells = field.maxLength ?? 1
  const shown = lengthOf(text) <= cells ? text : withoutSeparators(text)
  const widest = field.width / cells
  const fits =
    lengthOf(shown) <= cells && charactersIn(shown).every((one) => sheet.measure(one, { size }) <= widest)
  return fits ? { lines: [shown], size, inCells: true } : null
}

const graphemes = new Intl.Segmenter('de', { granularity: 'grapheme' })
const charactersIn = (text: string): string[] => [...graphemes.segment(text)].map(({ segment }) => segment)
const lengthOf = (text: string): number => charactersIn(text).length

/** Cells for TTMMJJJJ or an IBAN have none for what only parts it; a name keeps its spaces. */
function withoutSeparators(text: string): string {
  if (/^\d{2}\.\d{2}\.\d{4}$/.test(text)) return text.replaceAll('.', '')
  return /^[A-Z]{2}\d{2}( [A-Z0-9]{1,4})+$/.test(text) ? text.replaceAll(' ', '') : text
}

/** Draws fitted text into its field: one line in the middle of its height, several from the top. */
export function printInField(sheet: Sheet, field: FormField, { lines, size, inCells }: FittedText): void {
  const height = sheet.lineHeight({ size })
  const top = field.multiline ? field.y : field.y + (field.height - height) / 2
  if (inCells) return printInCells(sheet, field, lines[0] ?? '', top, size)
  for (const [index, line] of lines.entries())
    sheet.print(line, field.x + inset, top + index * height, { size })
}

/** Each character in the middle of its cell; a reader is told the text as a whole. */
function printInCells(sheet: Sheet, field: FormField, text: string, top: number, size: number): void {
  const cell = field.width / (field.maxLength ?? 1)
  sheet.document.markContent('Span', { actual: text.normalize('NFC') })
  for (const [index, character] of charactersIn(text).entries()) {
    const left = field.x + index * cell + (cell - sheet.measure(character, { size })) / 2
    sheet.print(character, left, top, { size })
  }
  sheet.document.endMarkedContent()
}
