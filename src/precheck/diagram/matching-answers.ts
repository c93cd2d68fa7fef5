import { boundsOf } from '../bounds.js'
import { addDays } from '../day.js'
import type { Answer, Answers, Day, Question } from '../rule-set.js'
import type { RuleDiagram } from './rule-diagram.js'
import { samplesOf } from './samples.js'

const mostTries = 4_000

/**
 * Completes answers so that the facts which several questions make up come out as their cells say. `null` where no
 * such answers were found within a bound.
 * @param cells the cell of each axis, `undefined` where any will do
 */
export function matchingAnswers(
  diagram: RuleDiagram,
  cells: readonly (number | undefined)[],
  answers: Answers,
): Answers | null {
  const { axes } = diagram
  const madeUp = [...axes.entries()].filter(([, { questions }]) => questions.length > 1)
  const free = [...new Set(madeUp.flatMap(([, { questions }]) => questions))]
  const tries = free.map((id) => answersTo(diagram, id, cells))
  let left = mostTries
  const search = (given: Answers, at: number): Answers | null => {
    const fits = madeUp.every(([variable, { cellOf }]) => {
      const cell = cellOf(given)
      return cell === undefined || cells[variable] === undefined || cell === cells[variable]
    })
    if (!fits || left-- <= 0) return null
    if (at === free.length) return given
    for (const answer of tries[at]!) {
      const found = search({ ...given, [free[at]!]: answer }, at + 1)
      if (found !== null) return found
    }
    return null
  }
  const { length } = free
  return length === 0 ? answers : search(without(answers, free), 0)
}

const without = (answers: Answers, questions: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !questions.includes(id)))

/** Answers to a question that lie in its cell, if it has an axis of its own. */
function answersTo(
  { compiled, axes, today }: RuleDiagram,
  id: string,
  cells: readonly (number | undefined)[],
): Answer[] {
  const question = compiled.ruleSet.questions.find((question) => question.id === id)!
  const variable = axes.findIndex(({ name }) => name === id)
  const atoms = axes[variable]?.tests.map(({ atom }) => atom) ?? []
  const all = [...samplesOf({ compiled, question, atoms, today }), ...usualAnswers(question, today)]
  const cell = cells[variable]
  return cell === undefined ? all : all.filter((answer) => axes[variable]!.cellOf({ [id]: answer }) === cell)
}

const dayDistances = [0, 1, 3, 7, 14, 31, 62, 93, 185, 366, 730, 1_100, 1_900, 3_700, 6_600, 9_200, 14_000]
const amounts = [
  0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 20, 50, 100, 250, 500, 1_000, 5_000, 10_000, 20_000, 30_000, 50_000,
  100_000,
]

/** Answers at all the distances from today, or of all the sizes, that limits in law usually have. */
function usualAnswers(question: Question, today: Day): Answer[] {
  const { kind } = question
  if (kind === 'date') return dayDistances.flatMap((days) => [addDays(today, -days), addDays(today, days)])
  if (kind !== 'integer' && kind !== 'euro') return []
  const { min, max } = boundsOf(question)!
  return amounts.filter((one) => one >= min && one <= max)
}
