import { checkTyped } from '../casework/check-typed.js'
import { readAnswer } from '../casework/read-form.js'
import { readDay } from '../casework/read-typed.js'
import type { PrecheckInput } from '../precheck/evaluate.js'
import {
  waysSeen,
  type Answer,
  type Day,
  type Evidence,
  type Question,
  type RuleSet,
} from '../precheck/rule-set.js'
import { fieldName, unknownName, unknownValue, type FieldText } from '../web/field/field-props.js'
import { textIn, type Posted } from '../web/posted.js'

/** What cannot be taken, and what was typed; by question or document, `tag` is the day of the trial run. */
export interface TrialError {
  readonly message: string
  /** The part of an address or list that it is about. */
  readonly part?: string
  readonly text: FieldText
}

export interface ReadTrial {
  readonly input: PrecheckInput
  readonly errors: ReadonlyMap<string, TrialError>
}

/** The names of the controls: every question and document of the form has its own. */
export const questionName = (id: string): string => `frage.${id}`
export const documentName = (id: string): string => `nachweis.${id}`
export const issuedName = (id: string): string => `nachweis.${id}.tag`
export const dayName = 'tag'
/** Pressed beside a question: its answer is taken away. */
export const clearName = 'leeren'
/** The way in which a document is not there. */
export const notThere = '-'

/** The whole case travels in the form; nothing of it is kept. `usual` is the day where none was typed. */
export function readTrial({ questions, documents }: RuleSet, posted: Posted, usual: Day): ReadTrial {
  const errors = new Map<string, TrialError>()
  const today = readTrialDay(posted, dayName, usual, errors) ?? usual
  const answers: Record<string, Answer> = {}
  for (const question of questions) {
    const answer = readOne(question, posted, today, errors)
    if (answer !== undefined) answers[question.id] = answer
  }
  const evidence: Record<string, Evidence> = {}
  for (const { id } of documents) {
    const seen = waysSeen.find((way) => way === posted[documentName(id)])
    if (seen === undefined) continue
    const issuedOn = readTrialDay(posted, issuedName(id), today, errors)
    evidence[id] = issuedOn === undefined ? { seen } : { seen, issuedOn }
  }
  return { input: { answers, evidence, today }, errors }
}

function readTrialDay(
  posted: Posted,
  name: string,
  today: Day,
  errors: Map<string, TrialError>,
): Day | undefined {
  const text = textIn(posted, name).trim()
  if (text === '') return undefined
  const read = readDay(text, today)
  if ('raw' in read) return read.raw as Day
  errors.set(name, { message: read.message, text: { '': [text] } })
  return undefined
}

function readOne(
  question: Question,
  posted: Posted,
  today: Day,
  errors: Map<string, TrialError>,
): Answer | undefined {
  const { text, isUnknown } = textOf(question, posted)
  const isEmpty = Object.values(text).every((values) => values.every((value) => value.trim() === ''))
  if (posted[clearName] === question.id || (isEmpty && !isUnknown)) return undefined
  const fields = Object.fromEntries(
    Object.entries(text).map(([part, values]) => [part === '' ? fieldName : `${fieldName}.${part}`, values]),
  )
  const typed = readAnswer(question, { ...fields, ...(isUnknown && { [unknownName]: 'ja' }) }, today)
  const checked = checkTyped(question, typed)
  if (checked.ok) return checked.value
  const { message, part } = checked
  errors.set(questionName(question.id), {
    message,
    text,
    ...(part === undefined ? {} : { part: part.replaceAll('/', '.') }),
  })
  return undefined
}

const choosing: readonly Question['kind'][] = ['yesNo', 'choice', 'choices']

/** Whether "weiß nicht" is a button beside the field; elsewhere it is one of the choices. */
export const isTyped = ({ kind }: Question): boolean => !choosing.includes(kind)

/**
 * What stands in the controls of a question. Where something is typed, "weiß nicht" is a button, and what it said
 * before travels beside the field: whatever was typed since counts instead.
 */
function textOf(question: Question, posted: Posted): { text: FieldText; isUnknown: boolean } {
  const name = questionName(question.id)
  const text: Record<string, string[]> = {}
  for (const [posting, value] of Object.entries(posted)) {
    if (posting !== name && !posting.startsWith(`${name}.`)) continue
    text[posting.slice(name.length + 1)] = [value].flat().filter((one) => typeof one === 'string')
  }
  const { [unknownName]: pressed, ...parts } = text
  if (!isTyped(question)) return { text: parts, isUnknown: false }
  const typed = Object.fromEntries(
    Object.entries(parts).map(([part, values]) => [part, values.filter((one) => one !== unknownValue)]),
  )
  const isFilled = Object.values(typed)
    .flat()
    .some((one) => one.trim() !== '')
  const wasUnknown = parts['']?.includes(unknownValue) ?? false
  return { text: typed, isUnknown: pressed !== undefined || (wasUnknown && !isFilled) }
}
