import { dayInWords } from '../precheck/answer-in-words.js'
import type { Address, Answer, Person, Question } from '../precheck/rule-set.js'
import { notKnown } from '../precheck/rule-set.js'
import { noneValue, unknownValue, type FieldText } from '../web/field/field-props.js'

const amount = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** A stored answer as the controls of its question hold it. */
export function formTextOf(question: Question, answer: Answer | undefined): FieldText {
  if (answer === undefined) return {}
  if (answer === notKnown && question.mayBeUnknown === true) return one(unknownValue)
  switch (question.kind) {
    case 'yesNo':
      return one(answer === true ? 'ja' : 'nein')
    case 'choices':
      return { '': (answer as readonly string[]).length > 0 ? (answer as readonly string[]) : [noneValue] }
    case 'euro':
      return one(amount.format(answer as number))
    case 'date':
      return one(dayInWords(answer as string))
    case 'address':
      return parts(answer as Address)
    case 'persons':
      return personParts(answer as readonly Person[])
    default:
      return one(String(answer))
  }
}

const one = (text: string): FieldText => ({ '': [text] })

const parts = (object: object, prefix = ''): FieldText =>
  Object.fromEntries(
    Object.entries(object).map(([part, value]) => [
      prefix + part,
      [part === 'birthDate' ? dayInWords(value as string) : String(value)],
    ]),
  )

const personParts = (persons: readonly Person[]): FieldText =>
  Object.assign({}, ...persons.map((person, row) => parts(person, `${row}.`))) as FieldText
