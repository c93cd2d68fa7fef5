import { PDFDocument, PDFHexString, PDFName, type PDFField } from 'pdf-lib'
import type { Document } from '../paper/open-document.js'

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A field that a form will have, from the upper left corner of its page. */
interface DrawnField extends Area {
  readonly kind: 'text' | 'tick'
  readonly name: string
  /** What a screen reader says. */
  readonly label: string
  readonly page: number
  readonly isMultiline: boolean
}

/** A form that is being drawn: the page for the eye, and the fields that are put on it afterwards. */
export interface Canvas {
  readonly document: Document
  readonly fields: DrawnField[]
}

export function textWidget(canvas: Canvas, name: string, label: string, area: Area, lines: number): void {
  canvas.fields.push({ kind: 'text', name, label, page: pageOf(canvas), isMultiline: lines > 1, ...area })
}

export function tickWidget(canvas: Canvas, name: string, label: string, area: Area): void {
  canvas.fields.push({ kind: 'tick', name, label, page: pageOf(canvas), isMultiline: false, ...area })
}

const pageOf = ({ document }: Canvas): number => document.bufferedPageRange().count - 1

/**
 * Puts the fields on the drawn pages. The library that draws ends a field as soon as it is made, without room for
 * what a screen reader says and for how a ticked box looks.
 */
export async function withFields(drawn: Uint8Array, fields: readonly DrawnField[]): Promise<Buffer> {
  const document = await PDFDocument.load(drawn, { updateMetadata: false })
  const form = document.getForm()
  for (const { kind, name, label, page: index, isMultiline, x, y, width, height } of fields) {
    const page = document.getPage(index)
    const place = { x, y: page.getHeight() - y - height, width, height, borderWidth: 0 }
    if (kind === 'tick') {
      const field = described(form.createCheckBox(name), label)
      field.addToPage(page, place)
      seeThrough(field)
      field.defaultUpdateAppearances()
    } else {
      const field = described(form.createTextField(name), label)
      if (isMultiline) field.enableMultiline()
      field.addToPage(page, place)
      seeThrough(field)
      field.setFontSize(10)
      field.defaultUpdateAppearances(form.getDefaultFont())
    }
  }
  return Buffer.from(await document.save({ updateFieldAppearances: false }))
}

function described<T extends PDFField>(field: T, label: string): T {
  field.acroField.dict.set(PDFName.of('TU'), PDFHexString.fromText(label))
  return field
}

/** Without the white ground and the frame that the library gives a field: the form has its own lines. */
function seeThrough({ acroField }: PDFField): void {
  for (const widget of acroField.getWidgets()) {
    const looks = widget.getOrCreateAppearanceCharacteristics()
    looks.setBackgroundColor([])
    looks.setBorderColor([])
  }
}
