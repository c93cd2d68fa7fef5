import { boundsOf } from '../bounds.js'
import { factsFor, valueOf } from '../compile.js'
import { addDays } from '../day.js'
import type { Person } from '../rule-set.js'
import { constantsOf } from './atoms.js'
import { TooEntangled } from './too-entangled.js'
import { calendar, usualBirth, type Line } from './line.js'
import { runsAlong, type Asked } from './runs.js'
import { turnsAt, turnsOf } from './turns.js'

const mostLists = 5_000

/**
 * Lists of persons of every make-up that comparisons can tell apart, the shortest first. Each function of the
 * library sees of a list only its value for the list without the last person, and that person: so of all lists with
 * the same values one goes on to longer ones.
 * @throws TooEntangled if there are too many
 */
export function personLists(asked: Asked): Person[][] {
  const { min, max } = boundsOf(asked.question)!
  const persons = personsToTellApart(asked)
  const makeUp = makeUpIn(asked)
  const lists: Person[][] = []
  const seen = new Set<string>()
  let longest: Person[][] = [[]]
  for (let length = 0; longest.length > 0 && length <= max; length++) {
    longest = longest.filter((list) => isNew(seen, `${Math.min(length, min)} ${makeUp(list)}`))
    if (length >= min) lists.push(...longest)
    if (seen.size > mostLists) throw new TooEntangled([], [asked.question.id])
    longest = longest.flatMap((list) => persons.map((person) => [...list, person]))
  }
  return lists
}

function isNew(seen: Set<string>, key: string): boolean {
  const before = seen.size
  return seen.add(key).size > before
}

/** Functions of the library that count persons; the others look at an age. */
const counting = new Set(['countOf', 'countFromAge', 'withoutBirthDate'])

/** The compared facts, or those behind them, that read the list itself. */
function directFacts({ compiled: { slots, slotOf }, question, atoms }: Asked): number[] {
  const list = slotOf.get(question.id)!
  const found = new Set<number>()
  const visit = (slot: number): void => {
    const fact = slots[slot]!
    if (fact.kind !== 'derived') return
    if (fact.of.includes(list)) found.add(slot)
    else fact.of.forEach(visit)
  }
  for (const { slot } of atoms) visit(slot)
  return [...found]
}

function counts({ compiled }: Asked, slot: number): boolean {
  const fact = compiled.slots[slot]!
  return fact.kind === 'derived' && counting.has(fact.derived.function)
}

/** One person from each run of days of birth that a comparison can tell apart, and one without. */
function personsToTellApart(asked: Asked): Person[] {
  const line: Line = {
    ...calendar,
    usual: usualBirth(asked.today),
    answer: (days) => [{ familyName: 'Muster', birthDate: addDays('1970-01-01', days) }],
  }
  const numbers = directFacts(asked).filter((slot) => counts(asked, slot))
  const turns = [...turnsOf(asked, line), ...numbers.flatMap((slot) => turnsAt(asked, line, slot, [1]))]
  const born = runsAlong(line, turns).map(({ sample }) => (sample as readonly Person[])[0]!)
  return [...born, { familyName: 'Muster' }]
}

/** What all comparisons can see of a list; a number of persons only up to one more than it is compared with. */
function makeUpIn(asked: Asked): (list: readonly Person[]) => string {
  const { compiled, question, today } = asked
  const facts = directFacts(asked).map((slot) => ({ slot, most: mostThatCounts(asked, slot) }))
  return (list) => {
    const values = factsFor(compiled, { [question.id]: list }, today)
    return facts.map(({ slot, most }) => Math.min(most, valueOf(values, slot) as number)).join()
  }
}

/** An age is told apart exactly, and so is a number that further facts are made of. */
function mostThatCounts(asked: Asked, slot: number): number {
  const isMadeInto = asked.compiled.slots.some((fact) => fact.kind === 'derived' && fact.of.includes(slot))
  if (isMadeInto || !counts(asked, slot)) return Infinity
  const own = asked.atoms.filter((atom) => atom.slot === slot)
  return Math.max(0, ...own.flatMap(constantsOf).map(Number)) + 1
}
