import { notKnown, type Answer, type Answers } from '../rule-set.js'
import { nextQuestion } from './ask-next.js'
import type { Axis } from './axis.js'
import { no, yes, type Node } from './diagrams.js'
import { matchingAnswers } from './matching-answers.js'
import { narrowedTo } from './narrow.js'
import type { RuleDiagram } from './rule-diagram.js'

/**
 * A concrete citizen for whom a function holds: answers to just the questions that would be asked, preferably of one
 * whose application goes on and whom no finding stops. `null` if there is none, or none was found because facts that
 * several questions make up contradict each other (`diagram.approximate`).
 */
export function citizenIn(diagram: RuleDiagram, node: Node): Answers | null {
  const { diagrams, outcome } = diagram
  const preferred = [outcome.clear, outcome.goesOn].map((wish) => diagrams.and(node, wish))
  for (const target of [...preferred, node]) {
    const found = citizenTowards(diagram, node, target)
    if (found !== null) return found
  }
  return null
}

/** Facts that several questions make up may contradict each other on a way; then another one is tried. */
const mostWays = 20

function citizenTowards(diagram: RuleDiagram, node: Node, target: Node): Answers | null {
  const { diagrams, axes } = diagram
  let left = target
  for (let way = 0; way < mostWays && left !== no; way++) {
    const cells = cellsTowards(diagram, left)
    const usual = cells.map((cell, at) => cell ?? likeliest(axes[at]!)[0]!)
    const answers = matchingAnswers(diagram, cells, answersIn(diagram, usual))
    if (answers !== null)
      return holdsFor(diagram, node, onlyAsked(diagram, answers)) ?? holdsFor(diagram, node, answers)
    left = diagrams.and(left, diagrams.not(contradiction(diagram, cells)))
  }
  return null
}

/** The cells on a way that no answers lie in together: those of made up facts and of what makes them up. */
function contradiction({ diagrams, axes }: RuleDiagram, cells: readonly (number | undefined)[]): Node {
  const free = new Set(
    axes.filter(({ questions }) => questions.length > 1).flatMap(({ questions }) => questions),
  )
  return diagrams.all(
    axes.flatMap(({ questions, cells: all }, variable) =>
      cells[variable] !== undefined && questions.some((id) => free.has(id))
        ? [
            diagrams.literal(
              variable,
              all.map((_, cell) => cell === cells[variable]),
            ),
          ]
        : [],
    ),
  )
}

/** The cells on a way to where the function holds; what is not on it may be answered as one likes. */
function cellsTowards({ diagrams, axes }: RuleDiagram, target: Node): (number | undefined)[] {
  const cells: (number | undefined)[] = axes.map(() => undefined)
  let node = target
  while (node > yes) {
    const variable = diagrams.variableOf(node)
    const branches = diagrams.branchesOf(node)
    const cell = likeliest(axes[variable]!).find((one) => branches[one] !== no)!
    cells[variable] = cell
    node = branches[cell]!
  }
  return cells
}

const likeliest = ({ cells }: Axis): number[] =>
  [...cells.keys()].toSorted((a, b) => cells[b]!.weight - cells[a]!.weight)

/** The answers of the questions that settle their axes alone. */
function answersIn({ compiled, axes }: RuleDiagram, cells: readonly (number | undefined)[]): Answers {
  const own = Map.groupBy(
    axes.map((axis, at) => ({ axis, cell: cells[at]! })).filter(({ axis }) => axis.questions.length === 1),
    ({ axis }) => axis.questions[0]!,
  )
  return Object.fromEntries(
    compiled.ruleSet.questions.flatMap(({ id, kind }) => {
      const placed = own.get(id)
      if (placed === undefined) return []
      if (kind !== 'choices') return [[id, placed[0]!.axis.cells[placed[0]!.cell]!.sample as Answer]]
      const chosen = placed.filter(({ cell }) => cell === 1).map(({ axis }) => axis.name)
      return [[id, chosen.includes(`${id}?`) ? notKnown : chosen.map((name) => name.slice(id.length + 1))]]
    }),
  )
}

/** Only what the counter would ask for, in its order. */
function onlyAsked(diagram: RuleDiagram, answers: Answers): Answers {
  const asked: Record<string, Answer> = {}
  for (;;) {
    const next = nextQuestion(narrowedTo(diagram, cellsOf(diagram, asked), asked))
    if (next === null || !Object.hasOwn(answers, next)) return asked
    asked[next] = answers[next]!
  }
}

/** The same answers if the function holds for them whatever is still open. */
const holdsFor = (diagram: RuleDiagram, node: Node, answers: Answers): Answers | null =>
  diagram.diagrams.restrict([node], cellsOf(diagram, answers))[0] === yes ? answers : null

/** All answers here are samples or like one, so each has its cell. */
const cellsOf = ({ axes }: RuleDiagram, answers: Answers): (number | undefined)[] =>
  axes.map(({ cellOf }) => {
    const cell = cellOf(answers)
    return cell === 'new' ? undefined : cell
  })
