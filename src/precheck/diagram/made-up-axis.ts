import { factsFor, valueOf, type CompiledRuleSet } from '../compile.js'
import { addDays } from '../day.js'
import { library } from '../functions.js'
import { holds } from '../operators.js'
import { notKnown, type Day } from '../rule-set.js'
import { constantsOf, type Atom } from './atoms.js'
import { axisOf, type Axis } from './axis.js'
import type { MadeUpFact } from './who-decides.js'

/** The axis of a fact that several questions make up, as if it could have any value whatever they are. */
export function madeUpAxis(
  compiled: CompiledRuleSet,
  today: Day,
  { fact, questions, atoms }: MadeUpFact,
): Axis {
  const slot = compiled.slotOf.get(fact)!
  const mayBeUnknown = compiled.ruleSet.questions.some(
    ({ id, mayBeUnknown }) => mayBeUnknown === true && questions.includes(id),
  )
  return axisOf<unknown>(
    { name: fact, questions },
    atoms,
    [...factSamples(compiled, slot, atoms), ...(mayBeUnknown ? [notKnown] : [])],
    (value) => atoms.map(({ leaf }) => holds(leaf.operator, value, leaf.value)),
    (answers) => valueOf(factsFor(compiled, answers, today), slot),
  )
}

/** The constants that a fact is compared with, and a value below, between and above them. */
function factSamples({ slots }: CompiledRuleSet, slot: number, atoms: readonly Atom[]): unknown[] {
  const fact = slots[slot]!
  if (fact.kind !== 'derived') return []
  const { returns, options } = library[fact.derived.function]!
  if (options !== undefined) return options.map(({ value }) => value)
  const constants = atoms.flatMap(constantsOf)
  // A fact of which is only asked whether it is known: one value stands for all.
  if (constants.length === 0) return [0]
  if (returns === 'date') return around(constants as Day[], addDays)
  const smallest = returns === 'euro' ? 0.01 : 1
  return around(constants as number[], (number, steps) => toCents(number + steps * smallest))
}

/** Without this, 0.1 + 0.01 would lie beyond 0.11. */
const toCents = (number: number): number => Math.round(number * 100) / 100

function around<Value extends number | Day>(
  constants: readonly Value[],
  step: (value: Value, steps: number) => Value,
): Value[] {
  const sorted = [...new Set(constants)].toSorted((a, b) => (a < b ? -1 : 1))
  const [lowest] = sorted
  return lowest === undefined
    ? []
    : [step(lowest, -1), ...sorted.flatMap((constant) => [constant, step(constant, 1)])]
}
