import { factsFor, valueOf, type CompiledRuleSet } from '../precheck/compile.js'
import { addDays, addMonths } from '../precheck/day.js'
import { atomsOf, rootsOf, type Atom } from '../precheck/diagram/atoms.js'
import { holds } from '../precheck/operators.js'
import type { Day } from '../precheck/rule-set.js'
import type { LoadedRuleSet } from './rule-files.js'

/** How far ahead comparisons with the day are looked for where no next rule set ends the time in force. */
const monthsAhead = 240

/**
 * Days in force such that every way in which the comparisons of the day alone can come out is among them, the first
 * one first. Between two of them nothing but the distance to answered days changes.
 * @param until the last day in force; `null` if no rule set follows
 */
export function daysInForce({ compiled, inForceFrom }: LoadedRuleSet, until: Day | null = null): Day[] {
  const last = until ?? addMonths(inForceFrom, monthsAhead)
  const turns = [...atomsOf(compiled).values()]
    .filter(({ slot }) => rootsOf(compiled, slot).length === 0)
    .flatMap((atom) => turnsOf(compiled, atom, inForceFrom, last))
  return [...new Set([inForceFrom, ...turns, until ?? addMonths(inForceFrom, 12)])].toSorted()
}

/** The days on which a comparison comes out otherwise than on the day before. */
function turnsOf(compiled: CompiledRuleSet, { slot, leaf }: Atom, from: Day, last: Day): Day[] {
  const isSoOn = (day: Day) => holds(leaf.operator, valueOf(factsFor(compiled, {}, day), slot), leaf.value)
  const candidates = compiled.slots[slot]!.kind === 'today' ? nearTo([leaf.value].flat() as Day[]) : null
  const days = candidates?.filter((day) => day > from && day <= last) ?? daysAfter(from, last)
  return days.filter((day) => isSoOn(day) !== isSoOn(addDays(day, -1)))
}

const nearTo = (constants: readonly Day[]): Day[] => constants.flatMap((day) => [day, addDays(day, 1)])

function daysAfter(from: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let day = addDays(from, 1); day <= last; day = addDays(day, 1)) days.push(day)
  return days
}
