import type { Axis } from '../../../../src/precheck/diagram/axis.js'
import { narrowedTo, relevantQuestions, type Narrowed } from '../../../../src/precheck/diagram/narrow.js'
import type { QuestionsLeft, Weights } from '../../../../src/precheck/diagram/questions-left.js'
import type { RuleDiagram } from '../../../../src/precheck/diagram/rule-diagram.js'

type Known = readonly (number | undefined)[]
export type Policy = (narrowed: Narrowed) => string | null

/** The first question in the author's order that matters. */
export const inOrder: Policy = (narrowed) => {
  const relevant = relevantQuestions(narrowed)
  return narrowed.diagram.order.find((id) => relevant.includes(id)) ?? null
}

/** How many questions a policy asks, by playing every conversation to its end, answer by answer. */
export function played(
  diagram: RuleDiagram,
  policy: Policy,
  weights: Weights,
  known: Known = diagram.axes.map(() => undefined),
  asked: readonly string[] = [],
): QuestionsLeft {
  const question = policy(narrowedTo(diagram, known, Object.fromEntries(asked.map((id) => [id, true]))))
  if (question === null) return { fewest: 0, most: 0, mean: 0 }
  const own = [...diagram.axes.entries()].filter(([, { questions }]) => questions.join() === question)
  const each = combinations(own, known, weights).map(({ share, known }) => ({
    share,
    ...played(diagram, policy, weights, known, [...asked, question]),
  }))
  return {
    fewest: 1 + Math.min(...each.map(({ fewest }) => fewest)),
    most: 1 + Math.max(...each.map(({ most }) => most)),
    mean: 1 + each.reduce((sum, { share, mean }) => sum + share * mean, 0),
  }
}

const combinations = (
  axes: readonly (readonly [number, Axis])[],
  known: Known,
  weights: Weights,
): { readonly share: number; readonly known: Known }[] =>
  axes.reduce(
    (all, [variable, { cells }]) =>
      all.flatMap(({ share, known }) =>
        [...cells.keys()].map((cell) => ({
          share: share * weights[variable]![cell]!,
          known: known.with(variable, cell),
        })),
      ),
    [{ share: 1, known }],
  )
