import { boundsOf, type Bounds } from './bounds.js'
import { countries } from './countries.js'
import { isAnswerableDay } from './day.js'
import { firstForeignCharacter, type CharacterType } from './din-91379.js'
import {
  notKnown,
  type Address,
  type Answer,
  type Person,
  type Question,
  type QuestionKind,
} from './rule-set.js'
import { storedText } from './stored-text.js'

/** A value that fits its question, or a German sentence that says what would. */
export type CheckedAnswer =
  | { readonly ok: true; readonly value: Answer }
  | { readonly ok: false; readonly message: string; readonly part?: string }

type Check = (raw: unknown, question: Question) => CheckedAnswer

const ok = (value: Answer): CheckedAnswer => ({ ok: true, value })
const refuse = (message: string, part?: string): CheckedAnswer => ({
  ok: false,
  message,
  ...(part === undefined ? {} : { part }),
})

/**
 * Checks a raw value (JSON) against the kind of its question and brings it into its one stored form:
 * text in NFC without spaces around it, IBAN and plate in capitals without spaces.
 */
export function checkAnswer(question: Question, raw: unknown): CheckedAnswer {
  if (raw === notKnown && question.mayBeUnknown === true) return ok(notKnown)
  if (raw === null || raw === undefined) return refuse('Es fehlt eine Antwort.')
  return checks[question.kind](raw, question)
}

const checks: Record<QuestionKind, Check> = {
  yesNo: (raw) =>
    typeof raw === 'boolean' ? ok(raw) : refuse('Erwartet wird Ja oder Nein (true oder false).'),
  choice: (raw, { options = [] }) =>
    options.some(({ value }) => value === raw)
      ? ok(raw as string)
      : refuse(`Erwartet wird eine von: ${options.map(({ value }) => value).join(', ')}.`),
  choices: checkChoices,
  integer: (raw, question) =>
    Number.isSafeInteger(raw) ? inBounds(raw as number, question) : refuse('Erwartet wird eine ganze Zahl.'),
  euro: (raw, question) =>
    typeof raw === 'number' && Number.isFinite(raw) && Math.abs(raw * 100 - Math.round(raw * 100)) < 1e-6
      ? inBounds(raw, question)
      : refuse('Erwartet wird ein Betrag in Euro mit höchstens zwei Nachkommastellen.'),
  date: (raw) =>
    isAnswerableDay(raw)
      ? ok(raw)
      : refuse('Erwartet wird ein Tag, den es gibt, in der Form JJJJ-MM-TT (zwischen 1850 und 2199).'),
  text: (raw, question) => checkText(raw, 'E', boundsOf(question)!),
  personName: (raw, question) => checkText(raw, 'A', boundsOf(question)!),
  address: (raw) => checkAddress(raw),
  country: (raw) =>
    typeof raw === 'string' && countries.includes(raw)
      ? ok(raw)
      : refuse('Erwartet wird ein Staat als zweistelliger ISO-Code, zum Beispiel DE oder UA.'),
  plate: checkPlate,
  iban: checkIban,
  persons: checkPersons,
}

function checkChoices(raw: unknown, { options = [] }: Question): CheckedAnswer {
  const known = options.map(({ value }) => value)
  if (!Array.isArray(raw) || raw.some((item) => !known.includes(item as string)))
    return refuse(`Erwartet wird eine Liste aus: ${known.join(', ')}.`)
  return ok(known.filter((value) => raw.includes(value)))
}

function inBounds(value: number, question: Question): CheckedAnswer {
  const { min, max } = boundsOf(question)!
  if (value < min) return refuse(`Der Wert ist zu klein: mindestens ${min}.`)
  if (value > max) return refuse(`Der Wert ist zu groß: höchstens ${max}.`)
  return ok(value)
}

/** The length is limited before the characters are looked at. */
function checkText(raw: unknown, type: CharacterType, { min, max }: Bounds): CheckedAnswer {
  if (typeof raw !== 'string') return refuse('Erwartet wird Text.')
  if (raw.length > max) return refuse(`Der Text ist zu lang: höchstens ${max} Zeichen.`)
  const text = storedText(raw)
  if (text === '') return refuse('Es fehlt eine Antwort.')
  if (text.length < min) return refuse(`Der Text ist zu kurz: mindestens ${min} Zeichen.`)
  const unfit = whyNotPrintable(text, type)
  return unfit === null ? ok(text) : refuse(unfit)
}

/** Why a text cannot be printed as one of this type, in a German sentence; `null`: it can. */
export function whyNotPrintable(text: string, type: CharacterType): string | null {
  const foreign = firstForeignCharacter(text, type)
  if (foreign === null) return null
  const code = foreign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  return type === 'A'
    ? `Das Zeichen U+${code} kommt in Personennamen nicht vor (DIN 91379, Datentyp A).`
    : `Das Zeichen U+${code} kann nicht verarbeitet werden (DIN 91379).`
}

const partTypes = {
  street: ['B', 'Straße'],
  houseNumber: ['B', 'Hausnummer'],
  addition: ['B', 'Zusatz'],
  postcode: ['B', 'Postleitzahl'],
  city: ['B', 'Ort'],
  familyName: ['A', 'Familienname'],
  givenNames: ['A', 'Vornamen'],
} as const

function checkAddress(raw: unknown): CheckedAnswer {
  const parts = textParts(raw, ['street', 'houseNumber', 'addition', 'postcode', 'city'])
  if ('ok' in parts) return parts
  for (const part of ['street', 'postcode', 'city'] as const)
    if (parts.texts[part] === undefined) return refuse(`${partTypes[part][1]} fehlt.`, part)
  if (!/^[0-9A-Za-z -]{3,10}$/.test(parts.texts['postcode']!))
    return refuse('Die Postleitzahl hat drei bis zehn Ziffern oder Buchstaben.', 'postcode')
  return ok(parts.texts as unknown as Address)
}

function checkPersons(raw: unknown, question: Question): CheckedAnswer {
  const { min, max } = boundsOf(question)!
  if (!Array.isArray(raw)) return refuse('Erwartet wird eine Liste von Personen.')
  if (raw.length < min) return refuse(`Es fehlen Personen: mindestens ${min}.`)
  if (raw.length > max) return refuse(`Das sind zu viele Personen: höchstens ${max}.`)
  const persons: Person[] = []
  for (const [index, item] of raw.entries()) {
    const person = checkPerson(item)
    if ('ok' in person) return { ...person, part: `${index}/${person.part ?? ''}` }
    persons.push(person)
  }
  return ok(persons)
}

function checkPerson(raw: unknown): Person | Extract<CheckedAnswer, { ok: false }> {
  if (!isObject(raw)) return { ok: false, message: 'Erwartet wird eine Person.' }
  const { birthDate, ...names } = raw
  const parts = textParts(names, ['familyName', 'givenNames'])
  if ('ok' in parts) return parts
  const undated = birthDate === undefined || birthDate === ''
  // A person may have one name only, and at the start of a conversation perhaps just an age is known.
  if (undated && Object.keys(parts.texts).length === 0)
    return { ok: false, message: 'Ein Name oder das Geburtsdatum fehlt.', part: 'familyName' }
  if (undated) return parts.texts as Person
  if (!isAnswerableDay(birthDate))
    return {
      ok: false,
      message: 'Das Geburtsdatum ist kein Tag, den es gibt (JJJJ-MM-TT, zwischen 1850 und 2199).',
      part: 'birthDate',
    }
  return { ...parts.texts, birthDate }
}

/** The named text parts of an object, each checked; anything else in it is refused. */
function textParts(
  raw: unknown,
  names: readonly (keyof typeof partTypes)[],
): { texts: Record<string, string> } | Extract<CheckedAnswer, { ok: false }> {
  if (!isObject(raw)) return { ok: false, message: `Erwartet werden die Angaben ${names.join(', ')}.` }
  const foreign = Object.keys(raw).find((key) => !(names as readonly string[]).includes(key))
  if (foreign !== undefined) return { ok: false, message: `Die Angaben heißen ${names.join(', ')}.` }
  const texts: Record<string, string> = {}
  for (const name of names) {
    const value = raw[name]
    if (value === undefined || value === '') continue
    const [type, label] = partTypes[name]
    const checked = checkText(value, type, { min: 1, max: 200 })
    if (!checked.ok) return { ok: false, message: `${label}: ${checked.message}`, part: name }
    texts[name] = checked.value as string
  }
  return { texts }
}

const isObject = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw)

/** A German number plate: district, one or two letters, one to four digits, possibly E or H (§ 9, § 10, § 11 FZV). */
function checkPlate(raw: unknown): CheckedAnswer {
  const text = typeof raw === 'string' && raw.length <= 20 ? raw.normalize('NFC').toUpperCase().trim() : ''
  const match = /^([A-ZÄÖÜ]{1,3})[ -]+([A-Z]{1,2}) ?([1-9]\d{0,3}) ?([EH]?)$/.exec(text)
  if (match === null) return refuse('Erwartet wird ein Kennzeichen wie LWL-AB 123.')
  return ok(`${match[1]}-${match[2]} ${match[3]}${match[4]}`)
}

/** Check digits by ISO 13616 (ISO 7064, modulo 97-10). */
function checkIban(raw: unknown): CheckedAnswer {
  const iban = typeof raw === 'string' && raw.length <= 60 ? raw.replaceAll(/\s/g, '').toUpperCase() : ''
  const rightLength = iban.startsWith('DE') ? iban.length === 22 : iban.length >= 15 && iban.length <= 34
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban) || !rightLength)
    return refuse('Erwartet wird eine IBAN; eine deutsche hat 22 Stellen.')
  const digits = (iban.slice(4) + iban.slice(0, 4)).replaceAll(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  )
  const rest = [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)
  return rest === 1 ? ok(iban) : refuse('Die Prüfziffer der IBAN stimmt nicht.')
}
