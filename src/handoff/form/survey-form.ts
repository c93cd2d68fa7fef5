import type { PDFDocument } from 'pdf-lib'
import { whyNotPlain } from '../form-pages/plain-page.js'
import { scriptIn } from '../pdf/active-content.js'
import { sizeOf } from '../pdf/geometry.js'
import { shownBox } from '../pdf/shown-box.js'
import { readTemplate, type FormField, type FormTemplate, type Obstacle } from './read-template.js'

/** What a child found out about a form, as plain data. */
export interface FormSurvey {
  readonly pages: readonly SurveyedPage[]
  readonly fields: readonly FormField[]
  readonly obstacles: readonly Obstacle[]
  /** `picture`: a page is not provably plain, so the package shows pictures of the pages. */
  readonly takenAs: TakenAs
}

interface SurveyedPage {
  readonly width: number
  readonly height: number
  /** Why the page is not taken as it is; empty: it is. */
  readonly notPlain: readonly string[]
}

/** How a form's pages come into the package. */
export type TakenAs = 'pages' | 'picture'

/** Looks at everything in a form. Only in a child: the file is foreign. */
export async function surveyForm(bytes: Uint8Array): Promise<FormSurvey> {
  const template = await readTemplate(bytes)
  const pages = surveyPages(template)
  return { pages, fields: template.fields, obstacles: template.obstacles, takenAs: takenAs(pages) }
}

export function surveyPages({ pages }: Pick<FormTemplate, 'pages'>): SurveyedPage[] {
  const script = pages[0] !== undefined && holdsScript(pages[0].doc) ? ['Die Datei enthält Skripte'] : []
  return pages.map((page) => {
    return { ...sizeOf(shownBox(page)), notPlain: [...script, ...whyNotPlain(page)] }
  })
}

export const takenAs = (pages: readonly SurveyedPage[]): TakenAs =>
  pages.every(({ notPlain }) => notPlain.length === 0) ? 'pages' : 'picture'

const holdsScript = ({ context }: PDFDocument): boolean =>
  context.enumerateIndirectObjects().some(([, object]) => scriptIn(context, object) !== null)
