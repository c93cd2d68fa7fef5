import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Day } from '../../precheck/rule-set.js'
import { print, printJson, readCall, runCommand, WrongCall } from '../../terminal/command-line.js'
import { problemLine, type FileProblem } from '../../rulebook/file-problem.js'
import { Rulebook } from '../../rulebook/rulebook.js'
import { writeFile } from '../../terminal/write-file.js'
import { textsToDo, type TextsToDo } from './missing-texts.js'
import type { NoteTexts } from './note-texts.js'
import { noteTextsFolder, readNoteTexts, type ReadNoteTexts } from './read-note-texts.js'
import { textsOfQuestions, textsShown, type TextKind } from './texts-shown.js'

/** `lotse texts missing [<language>]`: what the note still shows in German alone; 1 if there is any. */
export const textsMissingCommand = (args: string[], today: Day) =>
  runCommand(() => {
    const { words, json, write, rules, templates } = readCall(args)
    const folder = noteTextsFolder(templates)
    const { languages, problems } = chosen(readNoteTexts(folder), words[0], folder)
    const rulebook = Rulebook.from(rules)
    const shown = textsShown(rulebook, today)
    const others = textsOfQuestions(rulebook, today)
    const toDo = languages.map((language) => textsToDo(language, shown, others))
    if (write) for (const one of toDo) addMissing(folder, one)
    if (json) printJson({ texts: shown.length, languages: toDo, problems })
    else print(toDo.map((one) => inWords(one, shown.length)).join('\n\n'))
    tell(problems, folder)
    tell(rulebook.problems, rules)
    return problems.length + rulebook.problems.length > 0 || toDo.some(hasWork) ? 1 : 0
  })

const hasWork = ({ missing, stale }: TextsToDo): boolean => missing.length + stale.length > 0

/** @throws WrongCall if there is no file for the language */
function chosen(
  { languages, problems }: ReadNoteTexts,
  code: string | undefined,
  folder: string,
): ReadNoteTexts {
  if (code === undefined) return { languages, problems }
  const own = {
    languages: languages.filter((one: NoteTexts) => one.code === code),
    problems: problems.filter(({ file }) => file === `${code}.json`),
  }
  if (own.languages.length + own.problems.length > 0) return own
  const known = languages.map((one) => one.code).join(', ')
  throw new WrongCall(`In ${folder} gibt es keine Datei ${code}.json. Es gibt: ${known || 'keine'}.`)
}

/** Puts the missing texts into the file, empty, in the order of the services; what stands there stays. */
function addMissing(folder: string, { language, missing }: TextsToDo): void {
  const path = join(folder, `${language}.json`)
  const file = JSON.parse(readFileSync(path, 'utf8')) as { texts: Record<string, string> }
  for (const { text } of missing) file.texts[text] ??= ''
  writeFile(path, `${JSON.stringify(file, null, 2)}\n`)
}

const kindNames: Readonly<Record<TextKind, string>> = {
  title: 'Leistung',
  name: 'Unterlage',
  why: 'Wozu',
  age: 'Alter',
  whereToGet: 'Woher',
  say: 'Satz',
}

function inWords({ language, name, missing, stale }: TextsToDo, all: number): string {
  return [
    `${language} (${name}): ${all - missing.length} von ${all} Texten übersetzt`,
    ...missing.map(
      ({ kind, text, services }) => `  fehlt: ${kindNames[kind]} (${services.join(', ')}): ${text}`,
    ),
    ...stale.map((text) => `  überholt, steht so in keinem Regelwerk mehr: ${text}`),
  ].join('\n')
}

const tell = (problems: readonly FileProblem[], folder: string): void => {
  for (const problem of problems) process.stderr.write(`${join(folder, problemLine(problem))}\n`)
}
