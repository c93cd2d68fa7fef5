import type { CompiledRuleSet } from '../compile.js'
import { addDays, addMonths } from '../day.js'
import type { Day, Person } from '../rule-set.js'
import type { Atom } from './atoms.js'
import type { Asked } from './runs.js'

const mostLists = 20_000

/**
 * Lists of persons of every make-up that comparisons can tell apart: an age on each side of every threshold and
 * nobody's, each in every number that counts, up to one more than the largest number compared with.
 */
export function personLists({ atoms, compiled, question: { min = 0, max = 20 }, today }: Asked): Person[][] {
  const persons: Person[] = [...agesOf(compiled, atoms).map((age) => personAged(age, today)), nameless]
  const numbers = atoms.filter(({ slot }) => counting.has(functionOf(compiled, slot))).flatMap(numbersIn)
  const longest = Math.max(min, Math.min(Math.max(1, ...numbers) + 1, max))
  const lists: Person[][] = []
  const extend = (list: readonly Person[], from: number, missing: number): void => {
    if (lists.length >= mostLists) return
    if (missing === 0) return void lists.push([...list])
    for (let i = from; i < persons.length; i++) extend([...list, persons[i]!], i, missing - 1)
  }
  for (let length = min; length <= longest; length++) extend([], 0, length)
  return lists
}

/** Functions of the library that count persons; the others look at an age. */
const counting = new Set(['countOf', 'countFromAge', 'withoutBirthDate'])

const nameless: Person = { familyName: 'Muster' }
const personAged = (age: number, today: Day): Person => ({
  familyName: 'Muster',
  birthDate: addDays(addMonths(today, -12 * age), -1),
})

/** A usual age, and those on both sides of each threshold; -1 is a child who is still to be born. */
function agesOf(compiled: CompiledRuleSet, atoms: readonly Atom[]): number[] {
  const thresholds = atoms.flatMap((atom) => [
    ...(counting.has(functionOf(compiled, atom.slot)) ? [] : numbersIn(atom)),
    ...constantsOf(compiled, atom.slot),
  ])
  const ages = new Set([30, -1, ...thresholds.flatMap((age) => [age - 1, age, age + 1])])
  return [...ages].filter((age) => age >= -1 && age < 130)
}

const numbersIn = ({ leaf }: Atom): number[] =>
  [leaf.value].flat().filter((constant): constant is number => typeof constant === 'number')

function functionOf({ slots }: CompiledRuleSet, slot: number): string {
  const fact = slots[slot]!
  return fact.kind === 'derived' ? fact.derived.function : ''
}

function constantsOf({ slots }: CompiledRuleSet, slot: number): number[] {
  const fact = slots[slot]!
  return fact.kind === 'derived' ? Object.values(fact.derived.with ?? {}).map(Number) : []
}
