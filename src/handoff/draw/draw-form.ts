import { buffer } from 'node:stream/consumers'
import Pdf from 'pdfkit'
import { registerNotoSans } from '../paper/fonts.js'
import { a4, asOurs, type Document } from '../paper/open-document.js'
import { breakLines } from '../paper/break-lines.js'
import type { FormSheet, Row, Section } from './form-sheet.js'
import { drawRow, heightOf } from './rows.js'
import { textWidget, withFields, type Canvas } from './widgets.js'

const page = { left: 54, right: 40, top: 34, bottom: 44 } as const
const contentWidth = a4.width - page.left - page.right

// Drawn again, a form must be the same file.
const drawnOn = new Date('2026-11-24T00:00:00Z')

/** The PDF of an official form: black on white, named fields, nothing that a photocopier would lose. */
export async function drawForm(sheet: FormSheet): Promise<Buffer> {
  const document = new Pdf(asOurs(sheet.title, drawnOn))
  const bytes = buffer(document)
  registerNotoSans(document)
  document.addPage()
  const canvas: Canvas = { document, fields: [] }
  let y = head(canvas, sheet)
  for (const [index, section] of sheet.sections.entries())
    y = drawSection(canvas, sheet, section, index + 1, y)
  foot(document, sheet)
  document.end()
  return withFields(await bytes, canvas.fields)
}

const officeBox = {
  width: 226,
  entries: [
    { name: 'Behörde', label: 'Behörde', lines: 2 },
    { name: 'Vorgang', label: 'Vorgangsnummer', lines: 1 },
    { name: 'Eingang', label: 'Eingegangen am', lines: 1 },
  ],
} as const

/** Title on the left, what the office enters on the right. */
function head(canvas: Canvas, { title, law }: FormSheet): number {
  const { document } = canvas
  document.fillColor('#000000').font('bold').fontSize(15)
  const belowTitle = besideBox(document, title, page.top, 19)
  document.font('regular').fontSize(8)
  const belowLaw = besideBox(document, law, belowTitle + 2, 11) - 2
  return Math.max(belowLaw, drawOfficeBox(canvas)) + 10
}

/** @returns where the next line would begin */
function besideBox(document: Document, text: string, top: number, lineHeight: number): number {
  const room = contentWidth - officeBox.width - 14
  const lines = breakLines((part) => document.widthOfString(part), text, room)
  for (const [index, line] of lines.entries())
    document.text(line, page.left, top + index * lineHeight, { lineBreak: false })
  return top + lines.length * lineHeight
}

/** @returns where it ends */
function drawOfficeBox(canvas: Canvas): number {
  const { document } = canvas
  const { width: boxWidth, entries } = officeBox
  const x = a4.width - page.right - boxWidth
  const boxHeight = entries.reduce((sum, { lines }) => sum + 6 + lines * 12.5, 2)
  document.lineWidth(0.6).rect(x, page.top, boxWidth, boxHeight).fillAndStroke('#f2f2f2', '#000000')
  let top = page.top + 2
  for (const { name, label, lines } of entries) {
    const height = 4 + lines * 12.5
    document
      .fillColor('#000000')
      .font('regular')
      .fontSize(7.5)
      .text(label, x + 5, top + 4, { lineBreak: false })
    textWidget(canvas, name, label, { x: x + 72, y: top, width: boxWidth - 75, height }, lines)
    top += height + 2
  }
  return page.top + boxHeight
}

function drawSection(
  canvas: Canvas,
  sheet: FormSheet,
  section: Section,
  number: number,
  top: number,
): number {
  const { document } = canvas
  const titleHeight = 15
  // A section stays on one sheet: who fills it in should not have to turn the page.
  const whole = section.rows.reduce((sum, row) => sum + heightOf(document, row, contentWidth), titleHeight)
  let y = breakBefore(document, sheet, top, whole)
  document.rect(page.left, y, contentWidth, titleHeight).fillAndStroke('#e0e0e0', '#000000')
  document
    .fillColor('#000000')
    .font('bold')
    .fontSize(9)
    .text(`${number}  ${section.title}`, page.left + 4, y + 1.5, { lineBreak: false })
  y += titleHeight
  for (const row of section.rows) y = place(canvas, sheet, row, y)
  return y + 7
}

function place(canvas: Canvas, sheet: FormSheet, row: Row, top: number): number {
  const { document } = canvas
  const height = heightOf(document, row, contentWidth)
  const y = breakBefore(document, sheet, top, height)
  drawRow(canvas, row, { x: page.left, y, width: contentWidth, height })
  return y + height
}

function breakBefore(document: Document, sheet: FormSheet, y: number, height: number): number {
  if (y + height <= a4.height - page.bottom) return y
  document.addPage()
  document
    .fillColor('#000000')
    .font('bold')
    .fontSize(9)
    .text(sheet.title, page.left, page.top, { lineBreak: false })
  return page.top + 18
}

function foot(document: Document, sheet: FormSheet): void {
  const { start, count } = document.bufferedPageRange()
  for (let index = start; index < start + count; index++) {
    document.switchToPage(index)
    document.fillColor('#000000').font('regular').fontSize(7)
    const text = `${sheet.edition} · Blatt ${index - start + 1} von ${count}`
    document.text(text, page.left, a4.height - page.bottom + 4, { lineBreak: false })
  }
}
