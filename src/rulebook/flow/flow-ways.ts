import { no, yes, type Node } from '../../precheck/diagram/diagrams.js'
import { evenWeights } from '../../precheck/diagram/questions-left.js'
import type { RuleDiagram } from '../../precheck/diagram/rule-diagram.js'

/**
 * What is asked after a variable was found in a cell: by variable and cell the next variables with their shares of all
 * answers. `end`: everything is settled. Nothing: a finding ends the case.
 */
export type Ways = ReadonlyMap<number, readonly ReadonlyMap<number | 'end', number>[]>

/** All that is left open somewhere on the way, and the share of answers that come to it. */
interface State {
  readonly results: readonly Node[]
  readonly share: number
}

/** Follows every citizen through the questions; those for whom the same is left go on together. */
export function waysThrough(diagram: RuleDiagram): Ways {
  const { diagrams, axes, results } = diagram
  const weights = evenWeights(diagram)
  const states = axes.map(() => new Map<string, State>())
  const ways = new Map<number, Map<number | 'end', number>[]>()
  const arrive = (left: readonly Node[], share: number): number | 'end' | null => {
    if (left.every((node) => node <= yes)) return isEnded(left) ? null : 'end'
    const variable = Math.min(...left.map((node) => diagrams.variableOf(node)))
    const key = left.join()
    const before = states[variable]!.get(key)?.share ?? 0
    states[variable]!.set(key, { results: left, share: before + share })
    return variable
  }
  arrive(results, 1)
  // Variables are tested in the order of their numbers, so whoever comes to one has come before it is left.
  for (const variable of axes.keys())
    for (const { results: left, share } of states[variable]!.values())
      for (const [cell, weight] of weights[variable]!.entries()) {
        const to = arrive(
          left.map((node) => diagrams.step(node, variable, cell)),
          share * weight,
        )
        if (to !== null) note(ways, variable, cell, to, share * weight, weights[variable]!.length)
      }
  return ways
}

/** The first results are „wrong authority“ and „not eligible“. */
const isEnded = ([wrongAuthority, notEligible]: readonly Node[]): boolean =>
  wrongAuthority !== no || notEligible !== no

function note(
  ways: Map<number, Map<number | 'end', number>[]>,
  variable: number,
  cell: number,
  to: number | 'end',
  share: number,
  cells: number,
): void {
  const byCell = ways.get(variable) ?? Array.from({ length: cells }, () => new Map<number | 'end', number>())
  ways.set(variable, byCell)
  byCell[cell]!.set(to, (byCell[cell]!.get(to) ?? 0) + share)
}
