import { countryInWords, dayInWords, eurosInWords } from '../precheck/answer-in-words.js'
import { library } from '../precheck/functions.js'
import type { FactKind } from '../precheck/operators.js'
import type { Choice, Condition, Constant, Leaf, OperatorName, RuleSet } from '../precheck/rule-set.js'

/**
 * A condition as German clauses with the verb at the end: `„Alter“ unter 16 liegt`. Nested as the condition is, so that
 * a page can show it as a list; `not` stays where it is, because it is not the same as the opposite (decision 0002).
 */
export type ConditionWords =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly ConditionWords[] }
  | { readonly kind: 'not'; readonly part: ConditionWords }
  | ClauseWords

/** One comparison. `subject` names the question or fact, `predicate` says what about it. */
export interface ClauseWords {
  readonly kind: 'clause'
  readonly fact: string
  readonly subject: string
  readonly predicate: string
}

/** Groups with a single part are that part. */
export function conditionInWords(condition: Condition, ruleSet: RuleSet): ConditionWords {
  if ('not' in condition) return { kind: 'not', part: conditionInWords(condition.not, ruleSet) }
  if (!('all' in condition) && !('any' in condition)) return clauseOf(condition, ruleSet)
  const kind = 'all' in condition ? 'all' : 'any'
  const parts = ('all' in condition ? condition.all : condition.any).map((part) =>
    conditionInWords(part, ruleSet),
  )
  return parts.length === 1 ? parts[0]! : { kind, parts }
}

/** The whole condition in one sentence, groups inside groups in brackets: `wenn … und (… oder …)`. */
export const conditionSentence = (words: ConditionWords): string => `wenn ${inOneLine(words)}`

function inOneLine(words: ConditionWords): string {
  switch (words.kind) {
    case 'clause':
      return `${words.subject} ${words.predicate}`
    case 'not':
      return `nicht zutrifft, dass ${bracketed(words.part)}`
    default:
      return words.parts.length === 0
        ? { all: 'nichts weiter verlangt ist', any: 'nichts davon möglich ist' }[words.kind]
        : words.parts.map(bracketed).join({ all: ' und ', any: ' oder ' }[words.kind])
  }
}

const bracketed = (words: ConditionWords): string =>
  words.kind === 'clause' ? inOneLine(words) : `(${inOneLine(words)})`

/** What is compared: its name, its kind, and the names of its values. */
interface Subject {
  readonly name: string
  readonly kind: FactKind
  readonly options: readonly Choice[]
  /** A question is answered, a derived fact is what it is. */
  readonly isAnswered: boolean
}

function subjectOf(fact: string, { questions, derived = [] }: RuleSet): Subject {
  if (fact === 'today')
    return { name: 'der Tag der Vorprüfung', kind: 'date', options: [], isAnswered: false }
  const question = questions.find(({ id }) => id === fact)
  if (question !== undefined)
    return {
      name: `„${question.text}“`,
      kind: question.kind,
      options: question.options ?? [],
      isAnswered: true,
    }
  const found = derived.find((one) => one.fact === fact)
  const { returns, options = [] } = library[found?.function ?? ''] ?? { returns: 'number' as const }
  return { name: `„${found?.name ?? fact}“`, kind: returns, options, isAnswered: false }
}

function clauseOf({ fact, operator, value }: Leaf, ruleSet: RuleSet): ClauseWords {
  const subject = subjectOf(fact, ruleSet)
  const says = subject.isAnswered ? answered : isSo
  const predicate = says(operator, valueInWords(value, subject), subject.kind)
  return { kind: 'clause', fact, subject: subject.name, predicate: denied(operator, value, predicate) }
}

/** `isUnknown` with `false` asks for the contrary. */
const denied = (operator: OperatorName, value: Constant, predicate: string): string =>
  operator === 'isUnknown' && value === false ? `nicht ${predicate}` : predicate

const orderWords = {
  lessThan: { number: 'weniger als', day: 'vor dem' },
  lessThanInclusive: { number: 'höchstens', day: 'nicht nach dem' },
  greaterThan: { number: 'mehr als', day: 'nach dem' },
  greaterThanInclusive: { number: 'mindestens', day: 'nicht vor dem' },
} as const

type Ordering = keyof typeof orderWords
const isOrdering = (operator: OperatorName): operator is Ordering => Object.hasOwn(orderWords, operator)

/** What is said about a question: how it is answered. */
function answered(operator: OperatorName, value: string, kind: FactKind): string {
  if (isOrdering(operator))
    return kind === 'date'
      ? `mit einem Tag ${orderWords[operator].day} ${value} beantwortet ist`
      : `mit ${orderWords[operator].number} ${value} beantwortet ist`
  return `${answerWords[operator](value)} beantwortet ist`
}

type Words = Record<Exclude<OperatorName, Ordering>, (value: string) => string>

const answerWords: Words = {
  equal: (value) => `mit ${value}`,
  notEqual: (value) => `anders als mit ${value}`,
  in: (value) => `mit ${value}`,
  notIn: (value) => `anders als mit ${value}`,
  contains: (value) => `unter anderem mit ${value}`,
  doesNotContain: (value) => `ohne ${value}`,
  isUnknown: () => 'mit „weiß nicht“',
}

/** What is said about a derived fact: what it is. */
function isSo(operator: OperatorName, value: string, kind: FactKind): string {
  if (isOrdering(operator))
    return kind === 'date'
      ? `${orderWords[operator].day} ${value} liegt`
      : `${orderWords[operator].number} ${value} beträgt`
  return factWords[operator](value)
}

const factWords: Words = {
  equal: (value) => `${value} ist`,
  notEqual: (value) => `nicht ${value} ist`,
  in: (value) => `${value} ist`,
  notIn: (value) => `etwas anderes als ${value} ist`,
  contains: (value) => `${value} enthält`,
  doesNotContain: (value) => `${value} nicht enthält`,
  isUnknown: () => 'unbekannt ist',
}

const either = new Intl.ListFormat('de', { type: 'disjunction' })

const valueInWords = (value: Constant, subject: Subject): string =>
  Array.isArray(value)
    ? either.format(value.map((one: string | number) => oneInWords(one, subject)))
    : oneInWords(value as string | number | boolean, subject)

function oneInWords(value: string | number | boolean, { kind, options }: Subject): string {
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nein'
  if (kind === 'euro') return eurosInWords(value as number)
  if (kind === 'date') return dayInWords(value as string)
  if (kind === 'country') return countryInWords(value as string)
  const label = options.find((option) => option.value === value)?.label
  return label === undefined ? String(value) : `„${label}“`
}
