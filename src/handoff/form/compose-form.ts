import { openDocument, type Write } from '../paper/open-document.js'
import { newSheet } from '../paper/sheet.js'
import { continuationPage, fillForm } from './fill-form.js'
import type { ReadyForm } from './ready-form.js'

/** Writes a filled form by itself, with its continuation page, as it stands in a package. */
export function composeForm(form: ReadyForm, madeAt: string, write: Write): void {
  const document = openDocument({ title: `Vorschau: ${form.title}`, madeAt }, write)
  const sheet = newSheet(document)
  const leftovers = fillForm(sheet, form)
  if (leftovers.length > 0) continuationPage(sheet, form.title, leftovers)
  sheet.root.end()
  document.end()
}
