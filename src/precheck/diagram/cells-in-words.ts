import { answerInWords } from '../answer-in-words.js'
import { notKnown, type Answer, type Question } from '../rule-set.js'
import type { Axis } from './axis.js'
import { factCellInWords } from './fact-cell-in-words.js'
import type { RuleDiagram } from './rule-diagram.js'
import { runInWords, runsIn } from './run-in-words.js'
import type { Run } from './runs.js'

/** What an axis asks and which of its answers are meant: `Wann sind Sie geboren?` `bis 24.11.2010`. */
export interface AnswersInWords {
  /** The question, or the fact that several questions make up. */
  readonly about: string
  readonly text: string
  readonly answers: string
}

/** Some cells of an axis as a clerk would say them. */
export function cellsInWords(
  diagram: RuleDiagram,
  variable: number,
  cells: readonly number[],
): AnswersInWords {
  const axis = diagram.axes[variable]!
  const question = diagram.compiled.ruleSet.questions.find(({ id }) => id === axis.questions[0])!
  if (axis.questions.length > 1) return madeUpInWords(diagram, axis, cells)
  return { about: question.id, text: question.text, answers: answersOf(diagram, axis, question, cells) }
}

function answersOf(diagram: RuleDiagram, axis: Axis, question: Question, cells: readonly number[]): string {
  if (axis.name === `${question.id}?`) return cells.includes(1) ? 'weiß nicht' : 'eine Angabe'
  if (question.kind === 'choices') return optionInWords(axis, question, cells)
  if (question.kind === 'date' || question.kind === 'integer' || question.kind === 'euro')
    return orderedInWords(diagram, axis, question, cells)
  if (question.kind === 'choice' || question.kind === 'yesNo') return optionsInWords(axis, question, cells)
  return `zum Beispiel ${cells.map((cell) => sampleInWords(axis, question, cell)).join(' oder ')}`
}

const sampleInWords = ({ cells }: Axis, question: Question, cell: number): string =>
  answerInWords(question, cells[cell]!.sample as Answer)

function optionInWords({ name }: Axis, question: Question, cells: readonly number[]): string {
  const option = answerInWords(question, [name.slice(question.id.length + 1)])
  return cells.includes(1) ? `mit „${option}“` : `ohne „${option}“`
}

/** Every option that lies in one of the cells, not only the first of each. */
function optionsInWords({ cellOf }: Axis, question: Question, cells: readonly number[]): string {
  const all: Answer[] =
    question.kind === 'yesNo' ? [true, false] : (question.options ?? []).map(({ value }) => value)
  const meant = [...all, ...(question.mayBeUnknown === true ? [notKnown] : [])].filter((answer) =>
    cells.includes(cellOf({ [question.id]: answer }) as number),
  )
  return meant.map((answer) => answerInWords(question, answer)).join(' oder ')
}

function orderedInWords(
  diagram: RuleDiagram,
  { cellOf }: Axis,
  question: Question,
  cells: readonly number[],
): string {
  const isMeant = (answer: Answer) => cells.includes(cellOf({ [question.id]: answer }) as number)
  const joined: Pick<Run, 'from' | 'to'>[] = []
  let follows = false
  for (const run of runsIn(diagram, question)) {
    const meant = isMeant(run.sample)
    if (meant && follows) joined[joined.length - 1] = { from: joined.at(-1)!.from, to: run.to }
    else if (meant) joined.push(run)
    follows = meant
  }
  const unknown = question.mayBeUnknown === true && isMeant(notKnown) ? ['weiß nicht'] : []
  return [...joined.map((run) => runInWords(run, question)), ...unknown].join(' oder ')
}

function madeUpInWords({ compiled }: RuleDiagram, axis: Axis, cells: readonly number[]): AnswersInWords {
  const { name } = axis
  const slot = compiled.slots[compiled.slotOf.get(name)!]!
  const text = slot.kind === 'derived' ? (slot.derived.name ?? name) : name
  const answers = cells.map((cell) => factCellInWords(slot, axis, cell)).join(' oder ')
  return { about: name, text, answers }
}
