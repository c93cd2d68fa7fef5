import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { print, printJson, readCall, runCommand, WrongCall } from '../../terminal/command-line.js'
import { problemLine } from '../../rulebook/file-problem.js'
import { printable } from '../../rulebook/misleading.js'
import { writeNewFile } from '../../terminal/write-file.js'
import { countText } from '../../web/format.js'
import { runChild } from '../child/run-child.js'
import type { FormField } from '../form/read-template.js'
import type { FormSurvey } from '../form/survey-form.js'
import { surveyForms } from '../form/survey-forms.js'
import { surveyLimits } from '../limits.js'

/** `lotse templates inspect <form.pdf>`: what is in a form; exit 1 if something keeps it from being used. */
export const inspectCommand = (args: string[]) =>
  runCommand(async () => {
    const { words, write, json } = readCall(args)
    const file = words[0]
    if (file === undefined) throw new WrongCall('Es fehlt die Datei: lotse templates inspect <form.pdf>')
    if (!statSync(file, { throwIfNoEntry: false })?.isFile())
      throw new WrongCall(`Die Datei ${file} gibt es nicht.`)
    accessSync(file, constants.R_OK)
    const survey = await surveyOf(resolve(file))
    if (json) printJson(survey)
    else print(inWords(file, survey))
    if (write && survey.pages.length > 0) writeMap(join(dirname(file), 'fields.json'), survey)
    return survey.obstacles.length === 0 ? 0 : 1
  })

async function surveyOf(path: string): Promise<FormSurvey> {
  const surveys = await surveyForms([path], (task) => runChild(task, surveyLimits))
  return surveys.get(path)!
}

function inWords(file: string, { pages, fields, obstacles, takenAs }: FormSurvey): string {
  const lines = [
    ...obstacles.map(({ place, message }) => problemLine({ file, pointer: place, message })),
    ...pages.flatMap(({ width, height, notPlain }, index) => [
      `Seite ${index + 1}: ${millimetres(width)} × ${millimetres(height)} mm${notPlain.length === 0 ? ', wird übernommen, wie sie ist' : ''}`,
      ...notPlain.map((reason) => `  ${reason}`),
    ]),
    ...fields.map(fieldLine),
  ]
  if (takenAs === 'picture')
    lines.push(
      'Das Formular kommt als Bild ins Paket (300 dpi), die Einträge als Text darüber; das Prüfprotokoll sagt es.',
    )
  const counts = [countText(pages.length, 'Seite', 'Seiten'), countText(fields.length, 'Feld', 'Felder')]
  // Names and labels are the file's own, and may hold what moves a terminal's cursor.
  return [...lines, counts.join(', ')].map(printable).join('\n')
}

const kindWords: Record<FormField['kind'], string> = {
  text: 'Text',
  tick: 'Kästchen',
  choice: 'Auswahlliste',
  signature: 'Unterschrift',
}

function fieldLine(field: FormField): string {
  const { name, label, page, x, y, width, height, maxLength, choices, fontSize } = field
  const parts = [
    `${kindWords[field.kind]}${field.multiline ? ', mehrzeilig' : ''}`,
    `Seite ${page + 1}, ${millimetres(x)}/${millimetres(y)} mm von links/oben, ${millimetres(width)} × ${millimetres(height)} mm`,
    ...(maxLength === null ? [] : [field.comb ? `${maxLength} Zellen` : `höchstens ${maxLength} Zeichen`]),
    ...(fontSize === 0 ? [] : [`Schrift ${fontSize} Punkt`]),
    ...(choices.length === 0 ? [] : [`zur Wahl: ${choices.join(' | ')}`]),
    ...(label === name ? [] : [`heißt „${label}“`]),
  ]
  return `Feld „${name}“: ${parts.join('; ')}`
}

const millimetres = (points: number): number => Math.round((points / 72) * 25.4)

/** Every field left empty: a map that is right, if not of much use, and begins the work. */
function writeMap(file: string, { fields }: FormSurvey): void {
  if (existsSync(file)) throw new WrongCall(`${file} gibt es schon und bleibt, wie sie ist.`)
  const map = {
    $schema: '../fields.schema.json',
    fields: Object.fromEntries(fields.map(({ name }) => [name, null])),
  }
  writeNewFile(file, `${JSON.stringify(map, null, 2)}\n`)
  print(`Geschrieben: ${file}, jedes Feld bleibt noch leer.`)
}
