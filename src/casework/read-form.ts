import type { Day, Question } from '../precheck/rule-set.js'
import { notKnown } from '../precheck/rule-set.js'
import {
  fieldName,
  noneValue,
  textOf,
  unknownName,
  unknownValue,
  type FieldText,
} from '../web/field/field-props.js'
import type { Posted } from '../web/posted.js'
import { readDay, readEuro, readInteger, type Typed } from './read-typed.js'

/** The controls of the answer as text, for showing a refused input again. */
export function typedText(posted: Posted): FieldText {
  const text: Record<string, string[]> = {}
  for (const [name, value] of Object.entries(posted)) {
    if (name !== fieldName && !name.startsWith(`${fieldName}.`)) continue
    text[name.slice(fieldName.length + 1)] = listOf(value)
  }
  return text
}

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string')

/** The posted controls as the value that the question's kind stores; `checkTyped` decides about it. */
export function readAnswer(question: Question, posted: Posted, today: Day): Typed {
  const text = typedText(posted)
  const single = textOf(text).trim()
  if (posted[unknownName] === 'ja' || single === unknownValue) return { raw: notKnown }
  switch (question.kind) {
    case 'yesNo':
      return chosen(single, { ja: true, nein: false })
    case 'choice':
    case 'country':
      return single === '' ? { message: 'Bitte eine Antwort wählen.' } : { raw: single }
    case 'choices':
      return severalChosen(text[''] ?? [])
    case 'address':
      return { raw: named(text) }
    case 'persons':
      return readPersons(text, today)
    default:
      return single === '' ? { message: 'Bitte etwas eingeben.' } : readOne(question, single, today)
  }
}

function readOne({ kind }: Question, text: string, today: Day): Typed {
  if (kind === 'date') return readDay(text, today)
  if (kind === 'integer') return readInteger(text)
  return kind === 'euro' ? readEuro(text) : { raw: text }
}

function chosen(value: string, meanings: Readonly<Record<string, boolean>>): Typed {
  const raw = meanings[value]
  return raw === undefined ? { message: 'Bitte eine Antwort wählen.' } : { raw }
}

/** "nichts davon" together with something else means the something else: it was ticked last or first, both happen. */
function severalChosen(values: readonly string[]): Typed {
  const real = values.filter((value) => value !== noneValue)
  if (real.includes(unknownValue)) return { raw: notKnown }
  return values.length === 0 ? { message: 'Bitte wählen, oder „nichts davon“.' } : { raw: real }
}

const named = (text: FieldText): Record<string, string> =>
  Object.fromEntries(
    Object.keys(text)
      .filter((part) => part !== '' && textOf(text, part).trim() !== '')
      .map((part) => [part, textOf(text, part).trim()]),
  )

function readPersons(text: FieldText, today: Day): Typed {
  const rows = new Map<number, Record<string, unknown>>()
  for (const [place, value] of Object.entries(named(text))) {
    const [row, part] = place.split('.') as [string, string | undefined]
    if (part === undefined || !/^\d{1,2}$/.test(row)) continue
    const day = part === 'birthDate' ? readDay(value, today) : { raw: value }
    if ('message' in day)
      return { message: `Person ${Number(row) + 1}, Geburtsdatum: ${day.message}`, part: `${row}/${part}` }
    rows.set(Number(row), { ...rows.get(Number(row)), [part]: day.raw })
  }
  const inOrder = [...rows].toSorted(([a], [b]) => a - b)
  return { raw: inOrder.map(([, person]) => person), rows: inOrder.map(([row]) => row) }
}
