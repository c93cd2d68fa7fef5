import { factsFor, valueOf, type CompiledRuleSet } from '../compile.js'
import { holds } from '../operators.js'
import type { Answers, Day } from '../rule-set.js'
import { atomName, type Atom } from './atoms.js'
import type { Axis } from './axis.js'
import { madeUpAxis } from './made-up-axis.js'
import { optionAxes } from './option-axes.js'
import { questionAxis } from './question-axis.js'
import type { Asked } from './runs.js'
import { whoDecides } from './who-decides.js'

/** The axes of a rule set on a day, in the order of asking. */
export interface Axes {
  readonly axes: readonly Axis[]
  /** Comparisons that the day alone settles, by name. */
  readonly settled: ReadonlyMap<string, boolean>
  /** Facts that several questions make up: taken as if they were free, so that too much may seem possible. */
  readonly approximate: readonly string[]
}

/**
 * Splits the answers of every question into finitely many cells. Thresholds of derived facts are pulled back to the
 * question they are made of, for this day. A fact that several questions make up becomes an axis of its own.
 * @param order question ids in the order of asking
 * @param also answers whose cells have to be there even if no sample lies in them
 * @throws TooEntangled if there are too many lists of persons to tell apart
 */
export function axesOf(
  compiled: CompiledRuleSet,
  today: Day,
  order: readonly string[],
  also: Answers = {},
): Axes {
  const { byQuestion, madeUp, ofTheDay } = whoDecides(compiled)
  const questions = new Map(compiled.ruleSet.questions.map((question) => [question.id, question]))
  const axes = order.flatMap((id) => {
    const asked = { compiled, question: questions.get(id)!, atoms: byQuestion.get(id) ?? [], today }
    // What several questions make up is known once the last of them is answered.
    const known = madeUp.filter((fact) => lastOf(order, fact.questions) === id)
    return [...ownAxes(asked, also), ...known.map((fact) => madeUpAxis(compiled, today, fact))]
  })
  return {
    axes,
    settled: new Map(ofTheDay.map((atom) => [atomName(atom.leaf), isSoOn(today, compiled, atom)])),
    approximate: madeUp.map(({ fact }) => fact),
  }
}

function ownAxes(asked: Asked, also: Answers): Axis[] {
  if (asked.atoms.length === 0) return []
  return asked.question.kind === 'choices'
    ? optionAxes(asked.question, asked.atoms)
    : [questionAxis(asked, also)]
}

const lastOf = (order: readonly string[], questions: readonly string[]): string =>
  questions.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)).at(-1)!

const isSoOn = (today: Day, compiled: CompiledRuleSet, { slot, leaf }: Atom): boolean =>
  holds(leaf.operator, valueOf(factsFor(compiled, {}, today), slot), leaf.value)
