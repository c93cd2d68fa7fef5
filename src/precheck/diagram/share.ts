import { no, yes, type Node } from './diagrams.js'
import { evenWeights } from './questions-left.js'
import type { RuleDiagram } from './rule-diagram.js'

/** Which share of all answers a function holds for, 0 to 1, each as likely as the next. */
export function shareOf(diagram: RuleDiagram, node: Node): number {
  const weights = evenWeights(diagram)
  const { diagrams } = diagram
  const known = new Map<Node, number>([
    [no, 0],
    [yes, 1],
  ])
  const share = (at: Node): number => {
    const before = known.get(at)
    if (before !== undefined) return before
    const cells = weights[diagrams.variableOf(at)]!
    const sum = diagrams.branchesOf(at).reduce((all, branch, cell) => all + cells[cell]! * share(branch), 0)
    known.set(at, sum)
    return sum
  }
  return share(node)
}
