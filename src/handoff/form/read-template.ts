import {
  PDFCheckBox,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRadioGroup,
  PDFTextField,
  type PDFField,
  type PDFPage,
  type PDFWidgetAnnotation,
} from 'pdf-lib'

/** A place on a form that can be filled. Points, from the upper left corner of its page. */
export interface FormField {
  readonly name: string
  /** What a reader calls it. */
  readonly label: string
  readonly kind: 'text' | 'tick'
  /** From 0. */
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly multiline: boolean
  /** What the form asks for; 0 leaves it to us. */
  readonly fontSize: number
}

export interface FormTemplate {
  readonly pages: readonly PDFPage[]
  /** In reading order. */
  readonly fields: readonly FormField[]
}

/**
 * Reads an official form with its AcroForm fields. Choices of which one excludes the other (radio buttons, boxes of
 * one name) become one field each, named `<field>=<value>`.
 * @throws Error if the form has something that cannot be filled yet; the message names the field.
 */
export async function readTemplate(bytes: Uint8Array): Promise<FormTemplate> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const pages = document.getPages()
  const fields = document
    .getForm()
    .getFields()
    .flatMap((field) => placesOf(field, pages))
  for (const page of pages)
    if (page.getRotation().angle !== 0) throw new Error('a page of the form is turned; save it upright')
  return { pages, fields: fields.toSorted(inReadingOrder) }
}

function placesOf(field: PDFField, pages: readonly PDFPage[]): FormField[] {
  const widgets = field.acroField.getWidgets()
  const name = field.getName()
  const label = labelOf(field) ?? name
  if (field instanceof PDFTextField) {
    const multiline = field.isMultiline()
    const fontSize = sizeIn(field.acroField.getDefaultAppearance())
    return widgets.map((widget) => ({
      ...placeOf(widget, pages, name),
      name,
      label,
      kind: 'text',
      multiline,
      fontSize,
    }))
  }
  if (!(field instanceof PDFCheckBox || field instanceof PDFRadioGroup))
    throw new Error(`the field „${name}“ is neither a text nor a box to tick`)
  const values = new Set(widgets.map((widget) => widget.getOnValue()?.decodeText()))
  return widgets.map((widget) => ({
    ...placeOf(widget, pages, name),
    name: values.size > 1 ? `${name}=${widget.getOnValue()?.decodeText() ?? ''}` : name,
    label,
    kind: 'tick',
    multiline: false,
    fontSize: 0,
  }))
}

function placeOf(
  widget: PDFWidgetAnnotation,
  pages: readonly PDFPage[],
  name: string,
): Pick<FormField, 'page' | 'x' | 'y' | 'width' | 'height'> {
  const page = pages.findIndex((candidate) => holds(candidate, widget))
  if (page === -1) throw new Error(`the field „${name}“ stands on no page`)
  const box = pages[page]!.getCropBox()
  const { x, y, width, height } = widget.getRectangle()
  return { page, x: x - box.x, y: box.y + box.height - y - height, width, height }
}

// The widget's own link to its page is optional (ISO 32000-1, table 164), the page's list of them is not.
const holds = (page: PDFPage, { dict }: PDFWidgetAnnotation): boolean =>
  page.node
    .Annots()
    ?.asArray()
    .some((item) => page.doc.context.lookup(item) === dict) ?? false

function labelOf({ acroField }: PDFField): string | undefined {
  const dictionary: PDFDict = acroField.dict
  const text = dictionary.lookup(PDFName.of('TU'))
  return text !== undefined && 'decodeText' in text
    ? (text as { decodeText(): string }).decodeText()
    : undefined
}

/** The size in a default appearance such as `/Helv 9 Tf 0 g`. */
const sizeIn = (appearance: string | undefined): number =>
  Number(/([\d.]+)\s+Tf/.exec(appearance ?? '')?.[1] ?? 0)

const inReadingOrder = (a: FormField, b: FormField): number =>
  a.page - b.page || Math.round(a.y - b.y) || a.x - b.x
