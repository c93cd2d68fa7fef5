import { daysBetween } from '../day.js'
import type { Axis } from '../diagram/axis.js'
import { evenWeights, type Weights } from '../diagram/questions-left.js'
import type { RuleDiagram } from '../diagram/rule-diagram.js'
import type { Answer, Answers, Day, Question } from '../rule-set.js'
import { combined, type Column } from './column.js'
import { columnName, type PastCases } from './past-cases.js'
import { daysLater } from './sample-answers.js'

/**
 * How often each cell of each axis was answered in past cases, as shares: what `QuestionCount` weighs by, so that the
 * usual answers count more than the rare ones. Days are moved along to the diagram's day: what was yesterday then is
 * yesterday now. Even weights count as one further case, so that nothing is impossible because it never happened.
 */
export function answerFrequencies(diagram: RuleDiagram, cases: PastCases): Weights {
  const even = evenWeights(diagram)
  return diagram.axes.map((axis, variable) => sharesOn(axis, even[variable]!, diagram, cases))
}

function sharesOn(axis: Axis, even: readonly number[], diagram: RuleDiagram, cases: PastCases): number[] {
  const counts = countCells(axis, diagram, cases)
  const sum = counts.reduce((all, count) => all + count, 0)
  return even.map((share, cell) => (counts[cell]! + share) / (sum + 1))
}

function countCells(axis: Axis, { compiled, today }: RuleDiagram, cases: PastCases): number[] {
  const counts = axis.cells.map(() => 0)
  const questions = compiled.ruleSet.questions.filter(({ id }) => axis.questions.includes(id))
  const columns = questions.map((question) => cases.answers.get(columnName(question)))
  if (columns.includes(undefined)) return counts
  const cells = combined([cases.today, ...(columns as Column<Answer>[])], ([day, ...given]) => {
    if (given.includes(undefined)) return undefined
    const cell = axis.cellOf(answersOn(today, day as Day, questions, given as Answer[]))
    return cell === 'new' ? undefined : cell
  })
  for (const code of cells.codes) {
    const cell = cells.values[code]
    if (cell !== undefined) counts[cell]!++
  }
  return counts
}

const answersOn = (today: Day, day: Day, questions: readonly Question[], given: readonly Answer[]): Answers =>
  Object.fromEntries(
    questions.map(({ id, kind }, i) => [id, daysLater(given[i]!, kind, daysBetween(day, today))]),
  )
