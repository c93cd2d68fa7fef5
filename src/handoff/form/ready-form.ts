import { readFile } from 'node:fs/promises'
import { PDFDict, PDFName } from 'pdf-lib'
import type { PagePicture } from '../form-pages/rasterise.js'
import type { FormValues } from './form-values.js'
import { readTemplate, type FormTemplate } from './read-template.js'
import { surveyPages, takenAs, type TakenAs } from './survey-form.js'

/** A form and what its fields say, as it goes to the child that writes it. */
export interface FormTask {
  readonly title: string
  readonly path: string
  readonly values: FormValues
  /** What the record says of it, as it was found before. */
  readonly takenAs: TakenAs
}

export interface ReadyForm {
  readonly title: string
  readonly template: FormTemplate
  readonly values: FormValues
  /** Of each page, where the form is not taken as it is. */
  readonly pictures?: readonly PagePicture[]
}

const pictureDpi = 300

/**
 * Opens the form that a package is made with.
 * @throws Error if it can no longer be used, or no longer as the record says
 */
export async function readyForm({ title, path, values, takenAs: expected }: FormTask): Promise<ReadyForm> {
  const template = await readTemplate(await readFile(path))
  const [obstacle] = template.obstacles
  if (obstacle !== undefined) throw new Error(`${path}: ${obstacle.place}: ${obstacle.message}`)
  if (expected === 'picture') return { title, template, values, pictures: await picturesOf(template) }
  if (takenAs(surveyPages(template)) !== expected) throw new Error(`${path} is not plain any more`)
  return { title, template, values }
}

/** The pages without their fields: what those show is drawn over the pictures. */
async function picturesOf({ pages }: FormTemplate): Promise<PagePicture[]> {
  const [first] = pages
  if (first === undefined) return []
  for (const page of pages) dropWidgets(page)
  const bytes = await first.doc.save({ updateFieldAppearances: false })
  // Only the few forms that are not plain need what draws pages; loading it takes as long as a form.
  const { rasterise } = await import('../form-pages/rasterise.js')
  return rasterise(bytes, pictureDpi)
}

function dropWidgets({ node, doc }: FormTemplate['pages'][number]): void {
  const annotations = node.Annots()
  for (let index = (annotations?.size() ?? 0) - 1; index >= 0; index--) {
    const annotation = annotations!.lookup(index)
    const isWidget =
      annotation instanceof PDFDict && annotation.lookup(PDFName.of('Subtype')) === PDFName.of('Widget')
    if (isWidget) annotations!.remove(index)
  }
  if (annotations !== undefined) node.set(PDFName.of('Annots'), doc.context.obj(annotations.asArray()))
}
