import type { Condition } from '../rule-set.js'
import { atomName } from './atoms.js'
import { no, yes, type Node } from './diagrams.js'
import type { RuleDiagram } from './rule-diagram.js'

/**
 * The parts of an `all` that exclude each other whatever is answered; of them none can be left out. Empty if the
 * condition can be met, or fails only because a question it names is never asked then.
 */
export function contradictionIn(
  diagram: RuleDiagram,
  condition: Condition | undefined,
): readonly Condition[] {
  if (condition === undefined || !('all' in condition)) return []
  const { diagrams } = diagram
  const comparisons = comparisonsOf(diagram)
  const excludes = (parts: readonly Condition[]) =>
    diagrams.all(parts.map((part) => met(diagram, comparisons, part))) === no
  let left = condition.all
  if (!excludes(left)) return []
  for (const part of condition.all) {
    const without = left.filter((other) => other !== part)
    if (excludes(without)) left = without
  }
  return left
}

/** When each comparison holds, as if its question were always asked. What the day alone settles counts as open. */
function comparisonsOf({ diagrams, axes }: RuleDiagram): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>()
  for (const [variable, { tests }] of axes.entries())
    for (const { atom, holds } of tests) {
      const name = atomName(atom.leaf)
      nodes.set(name, diagrams.and(nodes.get(name) ?? yes, diagrams.literal(variable, holds)))
    }
  return nodes
}

function met(diagram: RuleDiagram, comparisons: ReadonlyMap<string, Node>, condition: Condition): Node {
  const { diagrams } = diagram
  const all = (parts: readonly Condition[]) => parts.map((part) => met(diagram, comparisons, part))
  if ('all' in condition) return diagrams.all(all(condition.all))
  if ('any' in condition) return diagrams.any(all(condition.any))
  // A comparison that fails because its question is not asked makes `not` true, so nothing is sure here.
  if ('not' in condition) return yes
  return comparisons.get(atomName(condition)) ?? yes
}
