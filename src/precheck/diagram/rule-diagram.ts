import type { CompiledRuleSet } from '../compile.js'
import { factOrder } from '../fact-order.js'
import type { Answers, Day } from '../rule-set.js'
import { axesOf } from './axes.js'
import type { Axis } from './axis.js'
import type { Diagrams, Node } from './diagrams.js'
import { Drawing } from './drawing.js'
import type { OutcomeNodes } from './outcome-nodes.js'
import { TooEntangled } from './too-entangled.js'

/** A rule set on a day as functions of finitely many cells. */
export interface RuleDiagram {
  readonly compiled: CompiledRuleSet
  readonly today: Day
  /** Question ids in the order of asking, which is that of the variables. */
  readonly order: readonly string[]
  readonly axes: readonly Axis[]
  /** Facts that several questions make up and that are taken as if they were free. */
  readonly approximate: readonly string[]
  readonly diagrams: Diagrams
  /** When each rule holds, each document is needed and each fee is due, in the order of the file. */
  readonly rules: readonly Node[]
  readonly documents: readonly Node[]
  readonly fees: readonly Node[]
  /** When each question applies, by id. */
  readonly applies: ReadonlyMap<string, Node>
  readonly outcome: OutcomeNodes
  /**
   * All that a pre-check comes to: the verdict, the documents needed and the fees due where the case goes on. A
   * question matters exactly if one of these depends on it. A fee of 0 changes no amount.
   */
  readonly results: readonly Node[]
}

/**
 * Compiles a rule set for a day.
 * @param also answers that get a cell even if no sample is like them
 * @throws TooEntangled
 */
export function drawDiagram(compiled: CompiledRuleSet, today: Day, also: Answers = {}): RuleDiagram {
  const order = askingOrder(compiled)
  const split = axesOf(compiled, today, order, also)
  return naming(split.axes, () => new Drawing(compiled, today, order, split).finish())
}

/** Says which questions and facts are entangled. */
function naming<Result>(axes: readonly Axis[], draw: () => Result): Result {
  try {
    return draw()
  } catch (error) {
    if (!(error instanceof TooEntangled)) throw error
    const facts = error.variables.map((variable) => {
      const { name, questions } = axes[variable]!
      return questions.length > 1 ? name : questions[0]!
    })
    throw new TooEntangled(error.variables, [...new Set(facts)])
  }
}

/** The questions in the author's order, each after those that it depends on. */
function askingOrder({ ruleSet }: CompiledRuleSet): string[] {
  const questions = new Set(ruleSet.questions.map(({ id }) => id))
  return factOrder(ruleSet).filter((id) => questions.has(id))
}
