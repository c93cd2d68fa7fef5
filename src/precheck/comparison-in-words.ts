import type { FactSlot } from './compile.js'
import { library } from './functions.js'
import type { FactKind } from './operators.js'
import type { Leaf, OperatorName } from './rule-set.js'
import { factInWords } from './say.js'

const opposites: Record<OperatorName, OperatorName> = {
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
  lessThan: 'greaterThanInclusive',
  lessThanInclusive: 'greaterThan',
  greaterThan: 'lessThanInclusive',
  greaterThanInclusive: 'lessThan',
  contains: 'doesNotContain',
  doesNotContain: 'contains',
  isUnknown: 'isUnknown',
}

const amounts: Partial<Record<OperatorName, string>> = {
  lessThan: 'weniger als',
  lessThanInclusive: 'höchstens',
  greaterThan: 'mehr als',
  greaterThanInclusive: 'mindestens',
  notEqual: 'nicht',
  notIn: 'nicht',
}
const days: typeof amounts = {
  ...amounts,
  lessThan: 'vor dem',
  lessThanInclusive: 'nicht nach dem',
  greaterThan: 'nach dem',
  greaterThanInclusive: 'nicht vor dem',
}
const memberships: typeof amounts = { contains: 'darunter', doesNotContain: 'nicht darunter' }

/** What a kind of fact has to be told beside its value: where a value is one of few, it says enough by itself. */
const wordsFor: Partial<Record<FactKind, typeof amounts>> = {
  integer: amounts,
  euro: amounts,
  number: amounts,
  date: days,
  choices: memberships,
}

/**
 * How a value compares with the constants of a leaf: "weniger als 18", or "mindestens 18" where the leaf does not
 * hold. `null` where the value says it all.
 */
export function comparisonInWords(slot: FactSlot, { operator, value }: Leaf, holds: boolean): string | null {
  const words = wordsFor[kindOf(slot)]?.[holds ? operator : opposites[operator]]
  if (words === undefined) return null
  const constants = [value].flat() as (string | number | boolean)[]
  return `${words} ${constants.map((constant) => constantInWords(slot, constant)).join(', ')}`
}

const constantInWords = (slot: FactSlot, constant: string | number | boolean): string =>
  kindOf(slot) === 'choices' ? `„${factInWords(slot, [constant])}“` : factInWords(slot, constant)

function kindOf(slot: FactSlot): FactKind {
  if (slot.kind === 'today') return 'date'
  return slot.kind === 'question' ? slot.question.kind : library[slot.derived.function]!.returns
}
