import { no, yes, type Node } from './diagrams.js'
import type { Narrowed } from './narrow.js'
import type { RuleDiagram } from './rule-diagram.js'

/** The questions that would have to be answered otherwise, each with the cells its axes would lie in. */
export interface Change {
  readonly questions: readonly string[]
  /** By variable; only where it differs from what was answered. What is open may be answered as it likes. */
  readonly cells: ReadonlyMap<number, number>
}

/**
 * The fewest answers that would have to be different for a function to hold; `null` if it never does.
 * @param known the cell of each axis, `undefined` where it is open
 * @param fixed questions whose answers must stay
 */
export function shortestChange(
  { diagrams, axes }: RuleDiagram,
  target: Node,
  known: readonly (number | undefined)[],
  fixed: ReadonlySet<string> = new Set(),
): Change | null {
  const best = new Map<string, { readonly cost: number; readonly cell: number } | null>()
  /** `last`: the question that was changed just before; its further axes cost nothing more. */
  const cheapest = (node: Node, last: string): { readonly cost: number; readonly cell: number } | null => {
    if (node === no) return null
    if (node === yes) return { cost: 0, cell: 0 }
    const key = `${node} ${last}`
    const before = best.get(key)
    if (before !== undefined) return before
    const variable = diagrams.variableOf(node)
    let found: { cost: number; cell: number } | null = null
    for (const [cell, branch] of diagrams.branchesOf(node).entries()) {
      const step = priceOf(variable, cell, last)
      const rest = step === null ? null : cheapest(branch, step.last)
      if (step !== null && rest !== null && (found === null || step.cost + rest.cost < found.cost))
        found = { cost: step.cost + rest.cost, cell }
    }
    best.set(key, found)
    return found
  }
  const priceOf = (variable: number, cell: number, last: string): { cost: number; last: string } | null => {
    const { questions } = axes[variable]!
    const isAsBefore = known[variable] === undefined || known[variable] === cell
    if (isAsBefore) return { cost: 0, last: questions.includes(last) ? last : '' }
    const changed = questions.find((id) => !fixed.has(id))
    return changed === undefined ? null : { cost: questions.includes(last) ? 0 : 1, last: changed }
  }

  if (cheapest(target, '') === null) return null
  const cells = new Map<number, number>()
  const questions = new Set<string>()
  let node = target
  let last = ''
  while (node > yes) {
    const variable = diagrams.variableOf(node)
    const { cell } = cheapest(node, last)!
    last = priceOf(variable, cell, last)!.last
    if (known[variable] !== undefined && known[variable] !== cell) {
      cells.set(variable, cell)
      questions.add(last)
    }
    node = diagrams.branchesOf(node)[cell]!
  }
  return { cells, questions: [...questions] }
}

/** What would have to be different for no finding to stand against the application; documents aside. */
export const changeToClear = ({ diagram, known }: Narrowed): Change | null =>
  shortestChange(diagram, diagram.outcome.clear, known)
