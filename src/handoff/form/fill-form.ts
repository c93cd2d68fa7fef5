import { copyPage, drawCopiedPage } from '../form-pages/copy-page.js'
import { heading, paragraph } from '../paper/blocks.js'
import type { Sheet } from '../paper/sheet.js'
import { sizeOf } from '../pdf/geometry.js'
import { shownBox } from '../pdf/shown-box.js'
import { styles } from '../paper/text-style.js'
import { fitText, printInField, smallestSize, type FittedText } from './fit-text.js'
import type { Leftover } from './form-values.js'
import type { FormField } from './read-template.js'
import type { ReadyForm } from './ready-form.js'

/** Field names that the map does not name, or names that the form does not have; empty is the only good answer. */
export function strangeFields({ template, values }: Pick<ReadyForm, 'template' | 'values'>): string[] {
  const inForm = new Set(template.fields.map(({ name }) => name))
  const inMap = new Set(Object.keys(values.fields))
  return [
    ...[...inForm].filter((name) => !inMap.has(name)),
    ...[...inMap].filter((name) => !inForm.has(name)),
  ]
}

/**
 * Draws the filled form: its pages as they are, and over them the answers as text. Not through the form's own fields:
 * filling those in ignores where a font puts combining marks, so that M̂ would print as two signs.
 * @returns what did not fit, in the order of its numbers, for the continuation page
 */
export function fillForm(sheet: Sheet, form: ReadyForm): Leftover[] {
  const { template, values } = form
  const leftovers: Leftover[] = []
  for (const index of template.pages.keys()) {
    formPage(sheet, form, index)
    for (const field of template.fields.filter(({ page }) => page === index))
      fillField(sheet, field, values.fields[field.name] ?? null, leftovers)
  }
  sheet.y = sheet.bottom
  return [...leftovers, ...values.leftovers]
}

/** A page of the form without its entries: as it is, or as a picture of it. */
function formPage(sheet: Sheet, { title, template: { pages }, pictures }: ReadyForm, index: number): void {
  const { width, height } = sizeOf(shownBox(pages[index]!))
  const picture = pictures?.[index]
  const copied = picture === undefined ? copyPage(sheet.document, pages[index]!) : null
  sheet.document.addPage({ size: [width, height], margin: 0 })
  const alt = `Amtliches Formular „${title}“, Blatt ${index + 1} von ${pages.length}. Die Einträge folgen als Text.`
  const draw = () =>
    copied === null
      ? sheet.document.image(picture!.png, 0, 0, { width, height })
      : drawCopiedPage(sheet.document, copied, 0, 0, width)
  sheet.tag(sheet.root, 'Figure', draw, { alt })
}

function fillField(
  sheet: Sheet,
  field: FormField,
  value: string | boolean | null,
  leftovers: Leftover[],
): void {
  if (value === null || value === '' || value === false || field.kind === 'signature') return
  if (field.kind === 'tick') return fillBox(sheet, field, value, leftovers)
  const text = value === true ? 'Ja' : value
  const shown = fitText(sheet, field, text) ?? reference(sheet, field, numberOf(leftovers, field, text))
  sheet.tag(sheet.root, 'P', () => printInField(sheet, field, shown), {
    alt: `${field.label}: ${shown.lines.join(' ')}`,
  })
}

/** A text has no room in a box: it gets a number there, as where a preview tells the names of the fields. */
function fillBox(sheet: Sheet, field: FormField, value: string | true, leftovers: Leftover[]): void {
  if (value === true) {
    sheet.tag(sheet.root, 'P', () => tick(sheet, field), { alt: `${field.label}: angekreuzt` })
    return
  }
  const text = String(numberOf(leftovers, field, value))
  sheet.tag(sheet.root, 'P', () => printInField(sheet, field, { lines: [text], size: 6, inCells: false }), {
    alt: `${field.label}: ${text}`,
  })
}

/** The number of a text on the continuation page; a field that stands in several places has one. */
function numberOf(leftovers: Leftover[], { label }: FormField, text: string): number {
  const known = leftovers.findIndex((leftover) => leftover.title === label && leftover.text === text)
  return known === -1 ? leftovers.push({ title: label, text }) : known + 1
}

/** What a field says instead of a text it has no room for, as long as the field has room for. */
function reference(sheet: Sheet, field: FormField, number: number): FittedText {
  const wordings = [`siehe Fortsetzungsblatt, Nr. ${number}`, `siehe Nr. ${number}`, `Nr. ${number}`]
  const free = { ...field, comb: false, maxLength: null }
  const fitting = wordings.find((text) => fitText(sheet, free, text) !== null)
  return { lines: [fitting ?? `${number}.`], size: smallestSize, inCells: false }
}

function tick(sheet: Sheet, { x, y, width, height }: FormField): void {
  const [dx, dy] = [width * 0.2, height * 0.2]
  sheet.document
    .lineWidth(1.3)
    .lineCap('round')
    .moveTo(x + dx, y + dy)
    .lineTo(x + width - dx, y + height - dy)
    .moveTo(x + dx, y + height - dy)
    .lineTo(x + width - dx, y + dy)
    .stroke('#000000')
}

/** The page that says in full what the form had no room for. */
export function continuationPage(sheet: Sheet, title: string, leftovers: readonly Leftover[]): void {
  sheet.newPage()
  heading(sheet, 2, `Fortsetzungsblatt zu „${title}“`)
  paragraph(sheet, 'Hier steht vollständig, wofür im Formular kein Platz war.')
  for (const [index, { title: field, text }] of leftovers.entries()) {
    heading(sheet, 3, `Nr. ${index + 1}: „${field}“`)
    paragraph(sheet, text, styles.lead)
  }
}
