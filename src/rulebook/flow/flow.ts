import { diagramOf } from '../../precheck/diagram/diagram-of.js'
import { cellsInWords } from '../../precheck/diagram/cells-in-words.js'
import type { RuleDiagram } from '../../precheck/diagram/rule-diagram.js'
import type { Day } from '../../precheck/rule-set.js'
import type { LoadedRuleSet } from '../rule-files.js'
import { effectsIn, effectsOf, type FlowEffect, type PartEffects } from './flow-effects.js'
import { stepsIn, type StepOfDiagram } from './flow-steps.js'
import { waysThrough, type Ways } from './flow-ways.js'

/** How the questions of a rule set lead to its verdicts on a day: every question once, in the order of asking. */
export interface Flow {
  readonly ruleSet: string
  readonly title: string
  readonly day: Day
  readonly steps: readonly FlowStep[]
  /** What is needed, due or found whatever is answered. */
  readonly always: readonly FlowEffect[]
}

/** A question, or a fact that several questions make up and that is settled here. */
export interface FlowStep {
  readonly number: number
  readonly id: string
  readonly kind: 'question' | 'fact'
  readonly text: string
  readonly group: string | null
  readonly source: string | null
  readonly rows: readonly FlowRow[]
  /** What comes next unless the row says something else or the case ends; empty where every row says it. */
  readonly next: readonly FlowNext[]
}

/** Answers with the same consequences. */
export interface FlowRow {
  readonly answers: string
  readonly effects: readonly FlowEffect[]
  /** What comes next, the likeliest first; which of several depends on earlier answers. Empty: as the step says. */
  readonly next: readonly FlowNext[]
  /** Whether the case ends with this answer. */
  readonly endsHere: boolean
}

/** The number of a step; `end`: everything is settled. */
export type FlowNext = number | 'end'

/** @throws TooEntangled; `rulebook/` loads no such rule set */
export function flowOf({ id, compiled }: LoadedRuleSet, day: Day): Flow {
  const diagram = diagramOf(compiled, day)
  const parts = effectsIn(diagram)
  const steps = stepsIn(diagram)
  const ways = waysThrough(diagram)
  const numbers = new Map(steps.flatMap(({ variables }, i) => variables.map((variable) => [variable, i + 1])))
  return {
    ruleSet: id,
    title: compiled.ruleSet.title,
    day,
    always: parts.always,
    steps: steps.map((step, i) => {
      const { variables: _variables, ...head } = step
      return { ...head, number: i + 1, ...rowsOf({ diagram, parts, ways, numbers }, step, i + 1) }
    }),
  }
}

interface Drawn {
  readonly diagram: RuleDiagram
  readonly parts: PartEffects
  readonly ways: Ways
  readonly numbers: ReadonlyMap<number, number>
}

type Rows = Pick<FlowStep, 'rows' | 'next'>

const rowsOf = (drawn: Drawn, step: StepOfDiagram, number: number): Rows =>
  step.variables.length === 1
    ? together(rowsOfOne(drawn, step.variables[0]!))
    : rowsOfSeveral(drawn, step, number)

/** Where most that go on go on alike, the step says so once. */
function together(rows: readonly FlowRow[]): Rows {
  const goingOn = rows.filter(({ endsHere }) => !endsHere)
  const wayOf = ({ next }: FlowRow) => next.toSorted().join()
  const [usual = []] = [...Map.groupBy(goingOn, wayOf).values()].toSorted((a, b) => b.length - a.length)
  if (usual.length * 2 <= goingOn.length) return { next: [], rows }
  const isUsual = (row: FlowRow) => wayOf(row) === wayOf(usual[0]!)
  return { next: usual[0]!.next, rows: rows.map((row) => (isUsual(row) ? { ...row, next: [] } : row)) }
}

/** A question that is answered with one value: its cells, those with the same consequences together. */
function rowsOfOne(drawn: Drawn, variable: number): FlowRow[] {
  const { diagram, parts } = drawn
  const cells = diagram.axes[variable]!.cells.map((_, cell) => ({
    cell,
    effects: effectsOf(parts, variable, cell),
    next: nextAfter(drawn, [[variable, cell]], 0),
  }))
  const alike = Map.groupBy(cells, ({ effects, next }) => JSON.stringify([effects, next.toSorted()]))
  return [...alike.values()].map((group) => ({
    answers:
      alike.size === 1
        ? 'jede Antwort'
        : cellsInWords(
            diagram,
            variable,
            group.map(({ cell }) => cell),
          ).answers,
    effects: group[0]!.effects,
    next: group[0]!.next,
    endsHere: group[0]!.next.length === 0,
  }))
}

/** A question with several answers at once: what each option brings, then what comes after the question. */
function rowsOfSeveral(drawn: Drawn, { variables }: StepOfDiagram, number: number): Rows {
  const { diagram, parts } = drawn
  const options = variables.flatMap((variable) =>
    [1, 0].map((cell) => ({ variable, cell, effects: effectsOf(parts, variable, cell) })),
  )
  const all = options.map(({ variable, cell }) => [variable, cell] as const)
  return {
    rows: options
      .filter(({ effects }) => effects.length > 0)
      .map(({ variable, cell, effects }) => ({
        answers: cellsInWords(diagram, variable, [cell]).answers,
        effects,
        next: [],
        endsHere: false,
      })),
    next: nextAfter(drawn, all, number),
  }
}

/** @param own the number of the step itself, which does not count as what comes next */
function nextAfter(
  { ways, numbers }: Drawn,
  places: readonly (readonly [variable: number, cell: number])[],
  own: number,
): FlowNext[] {
  const shares = new Map<FlowNext, number>()
  for (const [variable, cell] of places)
    for (const [to, share] of ways.get(variable)?.[cell] ?? []) {
      const next = to === 'end' ? to : numbers.get(to)!
      if (next !== own) shares.set(next, (shares.get(next) ?? 0) + share)
    }
  return [...shares].toSorted((a, b) => b[1] - a[1]).map(([next]) => next)
}
