import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeFile } from '../../terminal/write-file.js'
import { drawForm } from './draw-form.js'
import type { FormSheet } from './form-sheet.js'
import { bauantragWohngebaeude } from './forms/bauantrag-wohngebaeude.js'
import { bewohnerparkausweis } from './forms/bewohnerparkausweis.js'
import { fischereischein } from './forms/fischereischein.js'
import { fuehrerscheinErsterteilung } from './forms/fuehrerschein-ersterteilung.js'
import { fuehrerscheinUmtausch } from './forms/fuehrerschein-umtausch.js'
import { fuehrungszeugnis } from './forms/fuehrungszeugnis.js'
import { gewerbeanmeldung } from './forms/gewerbeanmeldung.js'
import { hundesteuer } from './forms/hundesteuer.js'
import { kfzZulassung } from './forms/kfz-zulassung.js'
import { personalausweis } from './forms/personalausweis.js'
import { reisepass } from './forms/reisepass.js'
import { schwerbehindertenausweis } from './forms/schwerbehindertenausweis.js'
import { unterhaltsvorschuss } from './forms/unterhaltsvorschuss.js'
import { wohnberechtigungsschein } from './forms/wohnberechtigungsschein.js'
import { wohngeld } from './forms/wohngeld.js'
import { wohnsitzAnmeldung } from './forms/wohnsitz-anmeldung.js'

/** The forms that the project draws itself. An authority's own form is laid into `templates/` instead of one of them. */
export const ownForms: readonly FormSheet[] = [
  wohnsitzAnmeldung,
  personalausweis,
  reisepass,
  fuehrungszeugnis,
  kfzZulassung,
  gewerbeanmeldung,
  wohngeld,
  hundesteuer,
  fischereischein,
  wohnberechtigungsschein,
  bewohnerparkausweis,
  bauantragWohngebaeude,
  unterhaltsvorschuss,
  schwerbehindertenausweis,
  fuehrerscheinErsterteilung,
  fuehrerscheinUmtausch,
]

/** Writes `<folder>/<service>/form.pdf` for each of our own forms and returns the paths. */
export async function drawTemplates(folder: string): Promise<string[]> {
  const paths: string[] = []
  for (const form of ownForms) {
    const path = join(folder, form.template, 'form.pdf')
    mkdirSync(join(folder, form.template), { recursive: true })
    writeFile(path, await drawForm(form))
    paths.push(path)
  }
  return paths
}
