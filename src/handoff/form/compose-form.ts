import { openDocument, type Document } from '../paper/open-document.js'
import { newSheet } from '../paper/sheet.js'
import { continuationPage, fillForm } from './fill-form.js'
import type { ReadyForm } from './ready-form.js'

/**
 * Writes a filled form by itself, with its continuation page, as it stands in a package.
 * @param take is given the document as soon as something can be read from it
 */
export async function composeForm(
  form: ReadyForm,
  madeAt: string,
  take: (document: Document) => void,
): Promise<void> {
  const document = openDocument({ title: `Vorschau: ${form.title}`, madeAt })
  take(document)
  const sheet = newSheet(document)
  const leftovers = fillForm(sheet, form)
  if (leftovers.length > 0) continuationPage(sheet, form.title, leftovers)
  sheet.root.end()
  document.end()
}
