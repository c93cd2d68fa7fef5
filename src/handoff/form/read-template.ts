import {
  PDFButton,
  PDFCheckBox,
  PDFDocument,
  PDFDropdown,
  PDFName,
  PDFOptionList,
  PDFRadioGroup,
  PDFSignature,
  PDFTextField,
  type PDFField,
  type PDFPage,
  type PDFWidgetAnnotation,
} from 'pdf-lib'
import { sizeOf } from '../pdf/geometry.js'
import '../pdf/read-every-name.js'
import { boxOf, hasArea, shownBox } from '../pdf/shown-box.js'

/** A place on a form that can be filled. Points, from the upper left corner of its page. */
export interface FormField {
  readonly name: string
  /** What a reader calls it. */
  readonly label: string
  /** A `choice` is filled like a text; nothing is ever written where a `signature` belongs. */
  readonly kind: 'text' | 'tick' | 'choice' | 'signature'
  /** From 0. */
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly multiline: boolean
  /** What the form asks for; 0 leaves it to us. */
  readonly fontSize: number
  /** How many characters the form takes; `null`: as many as there is room for. */
  readonly maxLength: number | null
  /** One cell for each character, `maxLength` of them (Kammfeld). */
  readonly comb: boolean
  /** What a `choice` offers. */
  readonly choices: readonly string[]
}

/** Something that keeps a form from being used: where, and what to do about it, in German. */
export interface Obstacle {
  readonly place: string
  readonly message: string
}

export interface FormTemplate {
  readonly pages: readonly PDFPage[]
  /** In reading order. */
  readonly fields: readonly FormField[]
  readonly obstacles: readonly Obstacle[]
}

type Placed = Pick<FormField, 'page' | 'x' | 'y' | 'width' | 'height'>
/** What all places of a field have in common. */
type Common = Omit<FormField, keyof Placed>

const nothing = { multiline: false, fontSize: 0, maxLength: null, comb: false, choices: [] } as const

/** Reads a form: its pages, every place to fill in, and what keeps it from being used. */
export async function readTemplate(bytes: Uint8Array): Promise<FormTemplate> {
  const document = await open(bytes)
  if (!(document instanceof PDFDocument)) return { pages: [], fields: [], obstacles: [document] }
  if (hasXfa(document)) return { pages: [], fields: [], obstacles: [xfa] }
  const pages = document.getPages()
  const places = document
    .getForm()
    .getFields()
    .filter((field) => !(field instanceof PDFButton))
    .flatMap((field) => placesOf(field, pages))
  return {
    pages,
    fields: places.filter((place) => 'kind' in place).toSorted(inReadingOrder),
    obstacles: [
      ...pages.flatMap(turnedPage),
      ...pages.flatMap(emptyPage),
      ...places.filter((place) => 'message' in place),
    ],
  }
}

async function open(bytes: Uint8Array): Promise<PDFDocument | Obstacle> {
  if (!Buffer.from(bytes.subarray(0, 5)).equals(Buffer.from('%PDF-'))) return noPdf
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    return document.getPageCount() === 0 ? damaged : document
  } catch {
    // What is encrypted may fail in many ways before the library comes to say so.
    return Buffer.from(bytes).includes('/Encrypt') ? encrypted : damaged
  }
}

const noPdf: Obstacle = { place: '', message: 'Das ist keine PDF-Datei.' }
const damaged: Obstacle = {
  place: '',
  message: 'Die PDF-Datei ist beschädigt; bitte bei der herausgebenden Stelle neu holen.',
}
const encrypted: Obstacle = {
  place: '',
  message:
    'Die PDF-Datei ist verschlüsselt oder gegen Änderungen gesperrt; bitte bei der herausgebenden Stelle eine ungesperrte Fassung holen.',
}
const xfa: Obstacle = {
  place: '',
  message:
    'Das ist ein XFA-Formular, das nur Adobe-Programme ganz anzeigen; bitte eine Fassung mit gewöhnlichen Feldern (AcroForm) holen oder die leeren Seiten als PDF drucken und die Felder darauf neu anlegen.',
}

function hasXfa({ catalog }: PDFDocument): boolean {
  const form = catalog.lookup(PDFName.of('AcroForm'))
  return (
    form !== undefined && 'has' in form && (form as { has(name: PDFName): boolean }).has(PDFName.of('XFA'))
  )
}

const turnedPage = (page: PDFPage, index: number): Obstacle[] =>
  page.getRotation().angle % 360 === 0
    ? []
    : [
        {
          place: `Seite ${index + 1}`,
          message: 'Die Seite ist nur für die Anzeige gedreht; bitte aufrecht speichern.',
        },
      ]

const emptyPage = (page: PDFPage, index: number): Obstacle[] =>
  hasArea(page)
    ? []
    : [{ place: `Seite ${index + 1}`, message: 'Die Seite hat keine Fläche; bitte neu speichern.' }]

function placesOf(field: PDFField, pages: readonly PDFPage[]): (FormField | Obstacle)[] {
  return field.acroField.getWidgets().map((widget) => {
    const common = commonOf(field, widget)
    const placed = placeOf(widget, pages)
    return placed === null
      ? { place: `Feld „${common.name}“`, message: 'Das Feld steht auf keiner Seite; bitte entfernen.' }
      : { ...placed, ...common }
  })
}

function commonOf(field: PDFField, widget: PDFWidgetAnnotation): Common {
  const name = field.getName()
  const label = labelOf(field) ?? name
  const fontSize = sizeIn(field.acroField.getDefaultAppearance())
  if (field instanceof PDFTextField)
    return {
      ...nothing,
      name,
      label,
      kind: 'text',
      fontSize,
      multiline: field.isMultiline(),
      maxLength: field.getMaxLength() ?? null,
      comb: field.isCombed() && field.getMaxLength() !== undefined,
    }
  if (field instanceof PDFDropdown || field instanceof PDFOptionList)
    return { ...nothing, name, label, kind: 'choice', fontSize, choices: field.getOptions() }
  if (field instanceof PDFSignature) return { ...nothing, name, label, kind: 'signature' }
  return { ...nothing, name: tickName(field, widget), label, kind: 'tick' }
}

/** Boxes with a common name are told apart by their value. */
function tickName(field: PDFField, widget: PDFWidgetAnnotation): string {
  const values = new Set(field.acroField.getWidgets().map((one) => one.getOnValue()?.decodeText()))
  const isOneOfSeveral = values.size > 1 && (field instanceof PDFCheckBox || field instanceof PDFRadioGroup)
  return isOneOfSeveral ? `${field.getName()}=${widget.getOnValue()?.decodeText() ?? ''}` : field.getName()
}

function placeOf(widget: PDFWidgetAnnotation, pages: readonly PDFPage[]): Placed | null {
  const page = pages.findIndex((candidate) => holds(candidate, widget))
  if (page === -1) return null
  const [left, , , top] = shownBox(pages[page]!)
  const field = boxOf(widget.getRectangle())
  return { page, x: field[0] - left, y: top - field[3], ...sizeOf(field) }
}

// The widget's own link to its page is optional (ISO 32000-1, table 164), the page's list of them is not.
const holds = (page: PDFPage, { dict }: PDFWidgetAnnotation): boolean =>
  page.node
    .Annots()
    ?.asArray()
    .some((item) => page.doc.context.lookup(item) === dict) ?? false

const labelOf = ({ acroField }: PDFField): string | undefined =>
  textOf(acroField.dict.lookup(PDFName.of('TU')))

/** The size in a default appearance such as `/Helv 9 Tf 0 g`. */
const sizeIn = (appearance: string | undefined): number =>
  Number(/([\d.]+)\s+Tf/.exec(appearance ?? '')?.[1] ?? 0)

const textOf = (object: unknown): string | undefined =>
  typeof object === 'object' && object !== null && 'decodeText' in object
    ? (object as { decodeText(): string }).decodeText()
    : undefined

const inReadingOrder = (a: FormField, b: FormField): number =>
  a.page - b.page || Math.round(a.y - b.y) || a.x - b.x
