import { notKnown, type Constant, type OperatorName, type QuestionKind } from './rule-set.js'

/** What kind of value a fact has: an answer of that kind, or what a derived function returns. */
export type FactKind = QuestionKind | 'number'

type Comparable = string | number
const compare =
  (holds: (fact: Comparable, constant: Comparable) => boolean) =>
  (fact: unknown, constant: Constant): boolean =>
    holds(fact as Comparable, constant as Comparable)

const isIn = (fact: unknown, constant: Constant) => (constant as readonly unknown[]).includes(fact)
const has = (fact: unknown, constant: Constant) => (fact as readonly unknown[]).includes(constant)

/** The closed table of operators over a known value. Types were checked when the rule set was loaded. */
const operators: Record<
  Exclude<OperatorName, 'isUnknown'>,
  (fact: unknown, constant: Constant) => boolean
> = {
  equal: (fact, constant) => fact === constant,
  notEqual: (fact, constant) => fact !== constant,
  in: isIn,
  notIn: (fact, constant) => !isIn(fact, constant),
  lessThan: compare((fact, constant) => fact < constant),
  lessThanInclusive: compare((fact, constant) => fact <= constant),
  greaterThan: compare((fact, constant) => fact > constant),
  greaterThanInclusive: compare((fact, constant) => fact >= constant),
  contains: has,
  doesNotContain: (fact, constant) => !has(fact, constant),
}

/** Whether a leaf holds for a given value; "weiß nicht" satisfies `isUnknown` and no comparison. */
export function holds(operator: OperatorName, value: unknown, constant: Constant): boolean {
  if (operator === 'isUnknown') return (value === notKnown) === constant
  return value !== notKnown && operators[operator](value, constant)
}

const equality = ['equal', 'notEqual', 'in', 'notIn'] as const
const order = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'] as const
const membership = ['contains', 'doesNotContain'] as const

/** Which operators a fact of this kind can be compared with. */
export const operatorsFor: Record<FactKind, readonly OperatorName[]> = {
  yesNo: ['equal', 'notEqual', 'isUnknown'],
  choice: [...equality, 'isUnknown'],
  choices: [...membership, 'isUnknown'],
  integer: [...equality, ...order, 'isUnknown'],
  euro: [...equality, ...order, 'isUnknown'],
  number: [...equality, ...order, 'isUnknown'],
  date: [...equality, ...order, 'isUnknown'],
  country: [...equality, 'isUnknown'],
  text: [],
  personName: [],
  address: [],
  plate: [],
  iban: [],
  persons: [],
}
