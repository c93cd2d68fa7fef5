import { answerInWords, dayInWords, personInWords } from '../../precheck/answer-in-words.js'
import {
  appliesOf,
  valueOf as valueOfFact,
  type CompiledRuleSet,
  type Facts,
} from '../../precheck/compile.js'
import { notKnown, type Address, type Answer, type Day, type Person } from '../../precheck/rule-set.js'
import { withValues } from '../../precheck/say.js'
import { False } from '../../precheck/truth.js'
import type { PackageContents } from '../package-contents.js'
import {
  piecesOf,
  type AddressPart,
  type CaseFact,
  type DatePart,
  type FieldMap,
  type FieldSource,
  type PersonPart,
  type Piece,
} from './field-map.js'

/** What a form field says: a text, or whether the box is ticked. */
export type FieldValue = string | boolean

/** What the form has no room for and the continuation page says instead. */
export interface Leftover {
  readonly title: string
  readonly text: string
}

export interface FormValues {
  /** By the name of the PDF field; `null`: left empty on purpose. */
  readonly fields: Readonly<Record<string, FieldValue | null>>
  readonly leftovers: readonly Leftover[]
}

/** What every field of the form says, from the facts of the case. */
export function formValues(
  map: FieldMap,
  compiled: CompiledRuleSet,
  facts: Facts,
  contents: CaseInForm,
): FormValues {
  const known = new KnownValues(compiled, facts)
  return {
    fields: Object.fromEntries(
      Object.entries(map).map(([field, source]) => [field, fieldValue(source, known, contents)]),
    ),
    leftovers: personsLeftOver(map, known),
  }
}

function fieldValue(source: FieldSource, known: KnownValues, contents: CaseInForm): FieldValue | null {
  if (source === null) return null
  if (typeof source === 'string') return pieceOf(source, known)
  if ('caseFile' in source) return caseFacts[source.caseFile](contents)
  if ('any' in source) return source.any.some((piece) => pieceOf(piece, known) === true)
  if (!('join' in source)) return pieceOf(source, known)
  return source.join
    .map((piece) => pieceOf(piece, known))
    .filter((text) => typeof text === 'string' && text !== '')
    .join(source.with ?? ' ')
}

function pieceOf(piece: Piece, known: KnownValues): FieldValue {
  if (typeof piece === 'string') return known.inWords(piece)
  const value = known.value(piece.fact)
  if (piece.is !== undefined) return value !== undefined && [piece.is].flat().includes(value as string)
  if (piece.includes !== undefined)
    return Array.isArray(value) && (value as string[]).includes(piece.includes)
  if (value === undefined) return ''
  if (piece.item !== undefined)
    return personText((value as readonly Person[])[piece.item], piece.part as PersonPart)
  if (piece.part === undefined) return known.inWords(piece.fact)
  if (typeof value === 'string') return dayText(value, piece.part as DatePart)
  return addressText(value as Address, piece.part as AddressPart)
}

function dayText(day: Day, part: DatePart): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  return { year, month, day: dayOfMonth }[part]
}

function personText(person: Person | undefined, part: PersonPart | undefined): string {
  if (person === undefined) return ''
  if (part === 'birthDate') return person.birthDate === undefined ? '' : dayInWords(person.birthDate)
  return part === undefined ? personInWords(person) : (person[part] ?? '')
}

function addressText(address: Address, part: AddressPart): string {
  if (part === 'streetAndNumber') return [address.street, address.houseNumber].filter(Boolean).join(' ')
  if (part === 'postcodeAndCity') return [address.postcode, address.city].filter(Boolean).join(' ')
  return address[part] ?? ''
}

/** What a form can say of the case itself. */
export interface CaseInForm {
  readonly caseFile: Pick<PackageContents['caseFile'], 'number' | 'receivedOn' | 'applicant'>
  readonly authority: { readonly name: string }
  readonly department: { readonly name: string }
  readonly office: { readonly name: string }
  readonly handedOverBy: { readonly name: string }
}

const caseFacts: Record<CaseFact, (contents: CaseInForm) => string> = {
  number: ({ caseFile }) => caseFile.number,
  receivedOn: ({ caseFile }) => dayInWords(caseFile.receivedOn),
  applicant: ({ caseFile }) => caseFile.applicant ?? '',
  authority: ({ authority }) => authority.name,
  department: ({ department }) => department.name,
  office: ({ office }) => office.name,
  clerk: ({ handedOverBy }) => handedOverBy.name,
}

/** Persons beyond the lines of the form: the form of an authority has three lines, a family may have nine members. */
function personsLeftOver(map: FieldMap, known: KnownValues): Leftover[] {
  const room = new Map<string, number>()
  for (const piece of Object.values(map).flatMap(piecesOf))
    if (typeof piece === 'object' && piece.item !== undefined)
      room.set(piece.fact, Math.max(room.get(piece.fact) ?? 0, piece.item + 1))
  return [...room].flatMap(([fact, lines]) => {
    const persons = (known.value(fact) ?? []) as readonly Person[]
    if (persons.length <= lines) return []
    const text = persons
      .slice(lines)
      .map((person, index) => `${lines + index + 1}. ${personText(person, undefined)}`)
      .join('\n')
    return [{ title: `${known.question(fact) ?? fact} (ab Nr. ${lines + 1})`, text }]
  })
}

/**
 * The facts by id, except those that another answer excludes. What is not answered or not known fills nothing.
 */
class KnownValues {
  constructor(
    private readonly compiled: CompiledRuleSet,
    private readonly facts: Facts,
  ) {}

  value(fact: string): Answer | undefined {
    const slot = this.compiled.slotOf.get(fact)
    if (slot === undefined || appliesOf(this.facts, slot) === False) return undefined
    const value = valueOfFact(this.facts, slot)
    return value === notKnown ? undefined : (value as Answer | undefined)
  }

  inWords(fact: string): string {
    const value = this.value(fact)
    if (value === undefined) return ''
    const question = this.compiled.ruleSet.questions.find(({ id }) => id === fact)
    if (question !== undefined) return answerInWords(question, value)
    return withValues(`{${fact}}`, this.compiled, this.facts)
  }

  question(fact: string): string | undefined {
    return this.compiled.ruleSet.questions.find(({ id }) => id === fact)?.text
  }
}
