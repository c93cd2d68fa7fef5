import type { Document } from '../paper/open-document.js'
import { breakLines } from '../paper/break-lines.js'
import type { ChoiceRow, FieldRow, GroupRow, NoteRow, Row, SignatureRow } from './form-sheet.js'
import { textWidget, tickWidget, type Area, type Canvas } from './widgets.js'

const labelSize = 7.5
const labelHeight = 10
const lineHeight = 14
const tickSize = 9
const tickLine = 14
const inset = 4

/** Height in points that a row takes in this width. */
export function heightOf(document: Document, row: Row, width: number): number {
  switch (row.kind) {
    case 'fields':
      return labelHeight + 3 + Math.max(...row.boxes.map(({ lines = 1 }) => lines)) * lineHeight
    case 'choice':
      return labelHeight + 4 + Math.ceil(row.options.length / row.columns) * tickLine
    case 'group':
      return labelHeight + 3 + row.count * (lineHeight + 4)
    case 'note':
      return noteLines(document, row, width).length * 10.5 + 2 * inset
    case 'signature':
      return 46
  }
}

export function drawRow(canvas: Canvas, row: Row, area: Area): void {
  canvas.document.lineWidth(0.5)
  switch (row.kind) {
    case 'fields':
      return drawFields(canvas, row, area)
    case 'choice':
      return drawChoice(canvas, row, area)
    case 'group':
      return drawGroup(canvas, row, area)
    case 'note':
      return drawNote(canvas.document, row, area)
    case 'signature':
      return drawSignature(canvas, row, area)
  }
}

function drawFields(canvas: Canvas, { boxes }: FieldRow, { x, y, width, height }: Area): void {
  const { document } = canvas
  let left = x
  for (const { name, label, share, lines = 1 } of boxes) {
    const boxWidth = share * width
    document.rect(left, y, boxWidth, height).stroke('#000000')
    smallPrint(document, label, left + inset, y + 1.5, boxWidth - inset)
    textWidget(
      canvas,
      name,
      label,
      {
        x: left + inset,
        y: y + labelHeight + 1,
        width: boxWidth - 2 * inset,
        // As high as its own lines: a reader centres a line, and it would stand lower than those of its neighbour.
        height: lines === 1 ? lineHeight + 1 : height - labelHeight - 2,
      },
      lines,
    )
    left += boxWidth
  }
}

function drawChoice(canvas: Canvas, { label, options, columns }: ChoiceRow, area: Area): void {
  const { document } = canvas
  const { x, y, width, height } = area
  document.rect(x, y, width, height).stroke('#000000')
  smallPrint(document, label, x + inset, y + 1.5, width - inset)
  for (const [index, option] of options.entries()) {
    const left = x + inset + (index % columns) * (width / columns)
    const top = y + labelHeight + 3 + Math.floor(index / columns) * tickLine
    document.rect(left, top, tickSize, tickSize).stroke('#000000')
    tickWidget(canvas, option.name, `${label}: ${option.label}`, {
      x: left,
      y: top,
      width: tickSize,
      height: tickSize,
    })
    print(
      document,
      option.label,
      left + tickSize + 4,
      top - 1.5,
      8.5,
      width / columns - tickSize - 4 - inset - 2,
    )
  }
}

function drawGroup(canvas: Canvas, { name, columns, count }: GroupRow, { x, y, width, height }: Area): void {
  const { document } = canvas
  const numberWidth = 18
  const rowHeight = lineHeight + 4
  document.rect(x, y, width, height).stroke('#000000')
  let left = x + numberWidth
  for (const column of columns) {
    const columnWidth = column.share * (width - numberWidth)
    document
      .moveTo(left, y)
      .lineTo(left, y + height)
      .stroke('#000000')
    smallPrint(document, column.label, left + inset, y + 1.5, columnWidth - inset)
    for (let row = 0; row < count; row++) {
      const top = y + labelHeight + 3 + row * rowHeight
      textWidget(
        canvas,
        `${name} ${row + 1}: ${column.name}`,
        `${name} ${row + 1}: ${column.label}`,
        { x: left + inset, y: top + 1, width: columnWidth - 2 * inset, height: rowHeight - 2 },
        1,
      )
    }
    left += columnWidth
  }
  for (let row = 0; row < count; row++) {
    const top = y + labelHeight + 3 + row * rowHeight
    document
      .moveTo(x, top)
      .lineTo(x + width, top)
      .stroke('#000000')
    smallPrint(document, String(row + 1), x + 6, top + 4)
  }
}

function drawNote(document: Document, row: NoteRow, { x, y, width, height }: Area): void {
  document.rect(x, y, width, height).stroke('#000000')
  for (const [index, line] of noteLines(document, row, width).entries())
    smallPrint(document, line, x + inset, y + inset - 1 + index * 10.5)
}

function drawSignature(canvas: Canvas, { who }: SignatureRow, { x, y, width, height }: Area): void {
  const { document } = canvas
  const half = width * 0.4
  document.rect(x, y, width, height).stroke('#000000')
  const line = y + height - 14
  document
    .moveTo(x + 8, line)
    .lineTo(x + half, line)
    .stroke('#000000')
  document
    .moveTo(x + half + 16, line)
    .lineTo(x + width - 8, line)
    .stroke('#000000')
  textWidget(
    canvas,
    'Ort und Datum',
    'Ort und Datum',
    { x: x + 8, y: line - 16, width: half - 8, height: 15 },
    1,
  )
  smallPrint(document, 'Ort, Datum', x + 8, line + 1)
  smallPrint(document, who, x + half + 16, line + 1)
}

function noteLines(document: Document, { text }: NoteRow, width: number): string[] {
  document.font('regular').fontSize(labelSize)
  return breakLines((part) => document.widthOfString(part), text, width - 2 * inset)
}

const smallPrint = (document: Document, text: string, x: number, y: number, room = Infinity): void =>
  print(document, text, x, y, labelSize, room)

/** @throws Error if the text is wider than its room: a form with labels over each other must not come about. */
function print(document: Document, text: string, x: number, y: number, size: number, room: number): void {
  document.fillColor('#000000').font('regular').fontSize(size)
  if (document.widthOfString(text) > room) throw new Error(`the label does not fit: ${text}`)
  document.text(text, x, y, { lineBreak: false })
}
