import type { CompiledRuleSet } from '../compile.js'
import type { Answers, Day } from '../rule-set.js'
import { drawDiagram, type RuleDiagram } from './rule-diagram.js'

/** A diagram with the cells of the given answers: `known[variable]`, `undefined` while it is open. */
export interface Placed {
  readonly diagram: RuleDiagram
  readonly known: readonly (number | undefined)[]
}

interface Kept {
  readonly diagram: RuleDiagram
  readonly steps: number
}

const kept = new WeakMap<CompiledRuleSet, Map<Day, Kept>>()
const daysKept = 4
const mostStepsAdded = 100_000

/**
 * The diagram of a rule set on a day, drawn once and kept, and where the answers lie in it. Working with a diagram
 * adds nodes to it; one that has grown much is drawn anew.
 * @throws TooEntangled
 */
export function placeAnswers(compiled: CompiledRuleSet, answers: Answers, today: Day): Placed {
  const diagram = diagramOf(compiled, today)
  const known = cellsIn(diagram, answers)
  // An answer like which no sample comes out, perhaps a long list of persons, gets a cell of its own.
  return known.includes('new')
    ? placedAnew(drawDiagram(compiled, today, answers), answers)
    : { diagram, known: known as (number | undefined)[] }
}

/** The diagram of a rule set on a day. @throws TooEntangled */
export function diagramOf(compiled: CompiledRuleSet, today: Day): RuleDiagram {
  const byDay = kept.get(compiled) ?? new Map<Day, Kept>()
  kept.set(compiled, byDay)
  const before = byDay.get(today)
  const isFresh = before !== undefined && before.diagram.diagrams.steps < before.steps + mostStepsAdded
  const drawn = isFresh ? before : drawAnew(compiled, today)
  // The day that was not asked for longest stands first.
  byDay.delete(today)
  byDay.set(today, drawn)
  if (byDay.size > daysKept) byDay.delete(byDay.keys().next().value!)
  return drawn.diagram
}

function drawAnew(compiled: CompiledRuleSet, today: Day): Kept {
  const diagram = drawDiagram(compiled, today)
  return { diagram, steps: diagram.diagrams.steps }
}

const cellsIn = ({ axes }: RuleDiagram, answers: Answers) => axes.map(({ cellOf }) => cellOf(answers))

function placedAnew(diagram: RuleDiagram, answers: Answers): Placed {
  const known = cellsIn(diagram, answers)
  if (known.includes('new')) throw new Error('An answer has no cell although it was a sample.')
  return { diagram, known: known as (number | undefined)[] }
}
