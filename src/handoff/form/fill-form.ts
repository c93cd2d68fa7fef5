import { copyPage, drawCopiedPage, type CopiedPage } from '../foreign/copy-page.js'
import { heading, paragraph } from '../paper/blocks.js'
import type { Sheet } from '../paper/sheet.js'
import { styles } from '../paper/text-style.js'
import { fitText, printInField, smallestSize } from './fit-text.js'
import type { FormValues, Leftover } from './form-values.js'
import type { FormField, FormTemplate } from './read-template.js'

export interface ReadyForm {
  readonly title: string
  readonly template: FormTemplate
  readonly values: FormValues
}

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
export function fillForm(sheet: Sheet, { title, template, values }: ReadyForm): Leftover[] {
  const leftovers: Leftover[] = []
  for (const [index, page] of template.pages.entries()) {
    const copied = copyPage(sheet.document, page, false)
    sheet.document.addPage({ size: [copied.width, copied.height], margin: 0 })
    const alt = `Amtliches Formular „${title}“, Blatt ${index + 1} von ${template.pages.length}. Die Einträge folgen als Text.`
    background(sheet, copied, alt)
    for (const field of template.fields.filter(({ page }) => page === index))
      fillField(sheet, field, values.fields[field.name] ?? null, leftovers)
  }
  sheet.y = sheet.bottom
  return [...leftovers, ...values.leftovers]
}

const background = (sheet: Sheet, copied: CopiedPage, alt: string): void =>
  sheet.tag(sheet.root, 'Figure', () => drawCopiedPage(sheet.document, copied, 0, 0, copied.width), { alt })

function fillField(
  sheet: Sheet,
  field: FormField,
  value: string | boolean | null,
  leftovers: Leftover[],
): void {
  if (value === null || value === '' || value === false) return
  if (field.kind === 'tick') {
    if (value === true)
      sheet.tag(sheet.root, 'P', () => tick(sheet, field), { alt: `${field.label}: angekreuzt` })
    return
  }
  const text = value === true ? 'Ja' : value
  const fitted = fitText(sheet, field, text)
  const shown = fitted ?? reference(sheet, field, leftovers.push({ title: field.label, text }))
  sheet.tag(sheet.root, 'P', () => printInField(sheet, field, shown), {
    alt: `${field.label}: ${shown.lines.join(' ')}`,
  })
}

/** What a field says instead of a text it has no room for, as long as the field has room for. */
function reference(sheet: Sheet, field: FormField, number: number): { lines: string[]; size: number } {
  const wordings = [`siehe Fortsetzungsblatt, Nr. ${number}`, `siehe Nr. ${number}`, `Nr. ${number}`]
  const fitting = wordings.find((text) => fitText(sheet, field, text) !== null)
  return { lines: [fitting ?? `${number}.`], size: smallestSize }
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
    heading(sheet, 3, `Nr. ${index + 1}  ${field}`)
    paragraph(sheet, text, styles.lead)
  }
}
