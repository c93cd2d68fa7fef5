import type { CompiledRuleSet } from '../compile.js'
import { countries } from '../countries.js'
import { addDays } from '../day.js'
import { library } from '../functions.js'
import { notKnown, type Answer, type Day } from '../rule-set.js'
import type { Atom } from './atoms.js'
import { personLists } from './person-lists.js'
import { runsOf, type Asked } from './runs.js'

/**
 * Answers to a question such that every way in which its comparisons can come out is among them: one from each run
 * between two thresholds, every option, every country, lists of persons of every make-up that counts.
 */
export function samplesOf(asked: Asked): Answer[] {
  const unknown = asked.question.mayBeUnknown === true ? [notKnown] : []
  return [...knownSamples(asked), ...unknown]
}

function knownSamples(asked: Asked): Answer[] {
  const { question } = asked
  switch (question.kind) {
    case 'yesNo':
      return [true, false]
    case 'choice':
      return (question.options ?? []).map(({ value }) => value)
    case 'country':
      return [...countries]
    case 'persons':
      return personLists(asked)
    case 'date':
    case 'integer':
    case 'euro':
      return runsOf(asked).map(({ sample }) => sample)
    default:
      return []
  }
}

/** Values of a derived fact just below, at and above each constant that it is compared with. */
export function factSamples({ slots }: CompiledRuleSet, slot: number, atoms: readonly Atom[]): unknown[] {
  const fact = slots[slot]!
  if (fact.kind !== 'derived') return []
  const { returns, options } = library[fact.derived.function]!
  if (options !== undefined) return options.map(({ value }) => value)
  const constants = atoms.flatMap(({ leaf }) => (leaf.operator === 'isUnknown' ? [] : [leaf.value].flat()))
  return constants.flatMap((constant) =>
    returns === 'date'
      ? [addDays(constant as Day, -1), constant, addDays(constant as Day, 1)]
      : [(constant as number) - 1, constant, (constant as number) + 1],
  )
}
