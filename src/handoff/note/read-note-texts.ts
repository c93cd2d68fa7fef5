import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { problemsOf, type FileProblem } from '../../rulebook/file-problem.js'
import { codePoint, firstMisleading } from '../../rulebook/misleading.js'
import { readJson } from '../../rulebook/read-json.js'
import { pointerTo, type JsonLimits } from '../../rulebook/scan-json.js'
import { frameKeys, germanFrame, placeholdersOf, type Frame } from './frame.js'
import type { NoteTexts } from './note-texts.js'

export interface ReadNoteTexts {
  /** Sorted by code; only files in which nothing is wrong. */
  readonly languages: readonly NoteTexts[]
  readonly problems: readonly FileProblem[]
}

/** The folder of the languages inside the templates. */
export const noteTextsFolder = (templatesDir: string): string => join(templatesDir, 'laufzettel')

/** Reads every language of a folder. A file in which anything is wrong is left out and told of. */
export function readNoteTexts(folder: string): ReadNoteTexts {
  const read = filesIn(folder).map((file) => readNoteFile(folder, file))
  return {
    languages: read.flatMap((one) => ('code' in one ? [one] : [])),
    problems: read.flatMap((one) => ('code' in one ? [] : one)),
  }
}

/** One language, or all that is wrong with its file. */
function readNoteFile(folder: string, file: string): NoteTexts | readonly FileProblem[] {
  const read = readJson(join(folder, file), limits)
  if (!read.ok) return problemsOf(file, read.problems)
  const problems = problemsIn(read.json)
  if (problems.length > 0) return problemsOf(file, problems)
  const { language, name, direction, frame, texts } = read.json as NoteFile
  const translated = Object.entries(texts).filter(([, text]) => text.trim() !== '')
  return {
    code: file.slice(0, -'.json'.length),
    language,
    name,
    direction,
    frame,
    texts: new Map(translated),
  }
}

interface NoteFile extends Pick<NoteTexts, 'language' | 'name' | 'direction'> {
  readonly frame: Frame
  /** An empty text waits for its translation. */
  readonly texts: Readonly<Record<string, string>>
}

interface Problem {
  readonly pointer: string
  readonly message: string
}

/** Arabic letters belong here, unlike in rule files; what is not seen does not. */
const limits: JsonLimits = {
  mostEntries: 5_000,
  longestKey: 1_000,
  firstForbidden: (text) => {
    const found = /(?!\u00ad)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.exec(text)
    return found === null ? null : codePoint(found[0])
  },
}

const filesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .toSorted()
  } catch {
    return []
  }
}

const keys = ['language', 'name', 'direction', 'frame', 'texts'] as const

function problemsIn(json: unknown): Problem[] {
  if (!isObject(json)) return [{ pointer: '', message: 'Erwartet wird ein Objekt.' }]
  return [
    ...unknownKeys([], json, keys),
    ...headProblems(json),
    ...(isObject(json['frame'])
      ? frameProblems(json['frame'], json['direction'])
      : [{ pointer: '/frame', message: 'Hier fehlt ein Objekt mit den Sätzen des Laufzettels.' }]),
    ...(isObject(json['texts'])
      ? textProblems(json['texts'], json['direction'])
      : [{ pointer: '/texts', message: 'Hier fehlt ein Objekt mit den Übersetzungen.' }]),
  ]
}

function headProblems({ language, name, direction }: Readonly<Record<string, unknown>>): Problem[] {
  const isTag = typeof language === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language)
  const isName = typeof name === 'string' && name.trim() !== '' && name.length <= 60
  return [
    ...told(isTag, '/language', 'Erwartet wird ein Sprachkürzel nach BCP 47, zum Beispiel „uk“.'),
    ...told(isName, '/name', 'Erwartet wird der Name der Sprache in ihr selbst, höchstens 60 Zeichen.'),
    ...told(direction === 'ltr' || direction === 'rtl', '/direction', 'Erlaubt ist nur: ltr, rtl.'),
  ]
}

function frameProblems(frame: Readonly<Record<string, unknown>>, direction: unknown): Problem[] {
  const missing = frameKeys.filter((key) => !Object.hasOwn(frame, key))
  return [
    ...unknownKeys(['frame'], frame, frameKeys),
    ...missing.map((key) => ({
      pointer: pointerTo(['frame', key]),
      message: `Dieser Satz fehlt. Deutsch: „${germanFrame[key]}“`,
    })),
    ...frameKeys
      .filter((key) => Object.hasOwn(frame, key))
      .flatMap((key) => sentenceProblems(['frame', key], germanFrame[key], frame[key], direction, false)),
  ]
}

const textProblems = (texts: Readonly<Record<string, unknown>>, direction: unknown): Problem[] =>
  Object.entries(texts).flatMap(([german, text]) =>
    sentenceProblems(['texts', german], german, text, direction, true),
  )

const longestText = 1_000

function sentenceProblems(
  path: readonly string[],
  german: string,
  text: unknown,
  direction: unknown,
  mayBeEmpty: boolean,
): Problem[] {
  const pointer = pointerTo(path)
  if (typeof text !== 'string') return [{ pointer, message: 'Erwartet wird ein Text.' }]
  if (text.trim() === '')
    return mayBeEmpty ? [] : [{ pointer, message: `Dieser Satz ist leer. Deutsch: „${german}“` }]
  const foreign = direction === 'rtl' ? null : firstMisleading(text)
  const wanted = placeholdersOf(german).map((name) => `{${name}}`)
  const same = placeholdersOf(text).join() === placeholdersOf(german).join()
  return [
    ...told(text.length <= longestText, pointer, `Zu lang: höchstens ${longestText} Zeichen.`),
    ...told(
      foreign === null,
      pointer,
      `Das Zeichen ${foreign} läuft von rechts nach links; dazu gehört "direction": "rtl".`,
    ),
    ...told(
      same,
      pointer,
      wanted.length === 0
        ? 'Geschweifte Klammern haben hier nichts einzusetzen; bitte entfernen.'
        : `Eingesetzt wird hier ${wanted.join(', ')}, genau so und jedes einmal wie im Deutschen.`,
    ),
  ]
}

const unknownKeys = (
  path: readonly string[],
  object: Readonly<Record<string, unknown>>,
  known: readonly string[],
): Problem[] =>
  Object.keys(object)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      pointer: pointerTo([...path, key]),
      message: `Der Schlüssel „${key}“ gehört nicht hierher; bitte entfernen oder richtig schreiben.`,
    }))

const told = (isFine: boolean, pointer: string, message: string): Problem[] =>
  isFine ? [] : [{ pointer, message }]

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
