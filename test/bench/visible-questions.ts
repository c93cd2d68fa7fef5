import { yes, type Node } from '../../src/precheck/diagram/diagrams.js'
import { evenWeights } from '../../src/precheck/diagram/questions-left.js'
import type { RuleDiagram } from '../../src/precheck/diagram/rule-diagram.js'
import type { Asked } from './playthrough.js'

/** The questions that a form with `askWhen` alone would ask: all that apply, whether they still matter or not. */
export function visibleQuestions(diagram: RuleDiagram, questions: readonly string[]): Asked {
  const { diagrams, axes } = diagram
  const weights = evenWeights(diagram)
  const counted = new Map<string, Asked>()
  const count = (applies: readonly Node[]): Asked => {
    const sure = applies.filter((node) => node === yes).length
    const open = applies.filter((node) => node > yes).toSorted((a, b) => a - b)
    if (open.length === 0) return { mean: sure, worst: sure }
    const key = open.join()
    const left = counted.get(key) ?? through(open)
    counted.set(key, left)
    return { mean: left.mean + sure, worst: left.worst + sure }
  }
  const through = (open: readonly Node[]): Asked => {
    const variable = Math.min(...open.map((node) => diagrams.variableOf(node)))
    const each = axes[variable]!.cells.map((_, cell) =>
      count(open.map((node) => diagrams.step(node, variable, cell))),
    )
    return {
      mean: each.reduce((sum, { mean }, cell) => sum + weights[variable]![cell]! * mean, 0),
      worst: Math.max(...each.map(({ worst }) => worst)),
    }
  }
  return count(questions.map((id) => diagram.applies.get(id)!))
}
