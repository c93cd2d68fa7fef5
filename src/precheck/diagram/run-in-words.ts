import { answerInWords } from '../answer-in-words.js'
import type { Answer, Question } from '../rule-set.js'
import type { RuleDiagram } from './rule-diagram.js'
import { runsOf, type Run } from './runs.js'

/** The runs of a question as the axes of a diagram cut them. */
export const runsIn = ({ compiled, axes, today }: RuleDiagram, question: Question): readonly Run[] =>
  axes.find(({ name }) => name === question.id)?.runs ?? runsOf({ compiled, question, today, atoms: [] })

/** "bis 24.11.2008", "ab 3", "01.05.2025 bis 31.12.2026" */
export function runInWords({ from, to }: Pick<Run, 'from' | 'to'>, question: Question): string {
  const words = (answer: Answer) => answerInWords(question, answer)
  if (from === null) return to === null ? 'jede Angabe' : `bis ${words(to)}`
  if (to === null) return `ab ${words(from)}`
  return from === to ? words(from) : `${words(from)} bis ${words(to)}`
}
