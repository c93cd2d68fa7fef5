import { cellsInWords, type AnswersInWords } from './cells-in-words.js'
import { no, yes, type Node } from './diagrams.js'
import { evenWeights } from './questions-left.js'
import type { RuleDiagram } from './rule-diagram.js'

/** For exactly which answers a function holds: alternatives, each with all that it takes. */
export interface Region {
  /** The likeliest first; an empty one: for all answers. */
  readonly alternatives: readonly (readonly AnswersInWords[])[]
  /** Whether there are further alternatives. */
  readonly isCut: boolean
}

interface Way {
  readonly steps: readonly { readonly variable: number; readonly cells: readonly number[] }[]
  readonly share: number
}

const mostWays = 500

/** @param most how many alternatives are told */
export function regionInWords(diagram: RuleDiagram, node: Node, most = 4): Region {
  const ways = waysTo(diagram, node)
  const likeliest = ways.toSorted((a, b) => b.share - a.share).slice(0, most)
  return {
    alternatives: likeliest.map(({ steps }) =>
      steps.map(({ variable, cells }) => cellsInWords(diagram, variable, cells)),
    ),
    isCut: ways.length > most,
  }
}

/** The ways through the diagram to where the function holds; cells with the same continuation go together. */
function waysTo(diagram: RuleDiagram, node: Node): Way[] {
  const { diagrams } = diagram
  const weights = evenWeights(diagram)
  const found: Way[] = []
  const follow = (at: Node, way: Way): void => {
    if (at === no || found.length >= mostWays) return
    if (at === yes) return void found.push(way)
    const variable = diagrams.variableOf(at)
    const branches = diagrams.branchesOf(at)
    for (const [next, cells] of Map.groupBy(branches.keys(), (cell) => branches[cell]!))
      follow(next, {
        steps: [...way.steps, { variable, cells }],
        share: way.share * cells.reduce((sum, cell) => sum + weights[variable]![cell]!, 0),
      })
  }
  follow(node, { steps: [], share: 1 })
  return found
}
