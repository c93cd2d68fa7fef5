import { answerInWords } from './answer-in-words.js'
import { factsFor, valueOf } from './compile.js'
import type { Axis } from './diagram/axis.js'
import { cellsInWords } from './diagram/cells-in-words.js'
import { no } from './diagram/diagrams.js'
import type { Narrowed } from './diagram/narrow.js'
import { changeToClear, type Change } from './diagram/shortest-change.js'
import { notKnown, type Answer, type Question } from './rule-set.js'
import { factInWords } from './say.js'

/** An answer that would have to be different, in words. */
export interface OtherAnswer {
  /** Where it is answered: one question, or several that make up a fact. */
  readonly questions: readonly Pick<Question, 'id' | 'text'>[]
  /** The name of that fact; `null` for the answer to a single question. */
  readonly fact: string | null
  /** Answers with which it would do. */
  readonly instead: readonly string[]
  /** What was answered; `null` where `instead` says it already ("ohne …"). */
  readonly given: string | null
}

/**
 * The fewest answers that would have to be different for no finding to stand against the application, all of them
 * together; empty where none could.
 */
export function otherAnswers(narrowed: Narrowed): OtherAnswer[] {
  const change = changeToClear(narrowed)
  if (change === null) return []
  const { axes } = narrowed.diagram
  const each = [...change.cells.keys()].map((variable) => {
    const cells = cellsThatDo(narrowed, change, variable)
    return axes[variable]!.questions.length > 1
      ? otherFact(narrowed, variable, cells)
      : otherAnswer(narrowed, variable, cells)
  })
  return [...Map.groupBy(each, ({ fact, questions }) => fact ?? questions[0]!.id).values()].map(joined)
}

/** Options of one question that would have to be there or not are one answer. */
const joined = (parts: readonly OtherAnswer[]): OtherAnswer =>
  parts.length === 1
    ? parts[0]!
    : { ...parts[0]!, instead: [parts.flatMap(({ instead }) => instead).join(', ')] }

/** Where a single answer is in question, every one that does; of several only those that do together. */
function cellsThatDo(
  { diagram, known }: Narrowed,
  { cells: changed }: Change,
  variable: number,
): readonly number[] {
  if (changed.size > 1) return [changed.get(variable)!]
  const { diagrams, axes, outcome } = diagram
  return [...axes[variable]!.cells.keys()].filter(
    (cell) => diagrams.restrict([outcome.clear], known.with(variable, cell))[0] !== no,
  )
}

function otherAnswer(narrowed: Narrowed, variable: number, cells: readonly number[]): OtherAnswer {
  const axis = narrowed.diagram.axes[variable]!
  const question = questionIn(narrowed, axis.questions[0]!)
  return {
    questions: [placeOf(question)],
    fact: null,
    instead: optionsIn(axis, question, cells) ?? [
      question.kind === 'persons'
        ? 'andere Personen'
        : cellsInWords(narrowed.diagram, variable, cells).answers,
    ],
    given: question.kind === 'choices' ? null : answerOf(question, narrowed.answers[question.id]!),
  }
}

/** The single choices of a question that has such. */
function optionsIn({ cellOf }: Axis, question: Question, cells: readonly number[]): string[] | null {
  const { id, kind, options = [] } = question
  if (kind !== 'choice' && kind !== 'yesNo') return null
  const all: Answer[] = kind === 'yesNo' ? [true, false] : options.map(({ value }) => value)
  return [...all, ...(question.mayBeUnknown === true ? [notKnown] : [])]
    .filter((answer) => cells.includes(cellOf({ [id]: answer }) as number))
    .map((answer) => answerOf(question, answer))
}

/** Options may read like whole sentences, so they are set apart. */
const answerOf = (question: Question, answer: Answer): string =>
  question.kind === 'choice' || question.kind === 'yesNo'
    ? `„${answerInWords(question, answer)}“`
    : answerInWords(question, answer)

function otherFact(narrowed: Narrowed, variable: number, cells: readonly number[]): OtherAnswer {
  const { diagram, answers } = narrowed
  const { compiled, today, axes } = diagram
  const { name, questions } = axes[variable]!
  const { text, answers: instead } = cellsInWords(diagram, variable, cells)
  const at = compiled.slotOf.get(name)!
  const given = valueOf(factsFor(compiled, answers, today), at)
  return {
    questions: questions.map((id) => placeOf(questionIn(narrowed, id))),
    fact: text,
    instead: [instead],
    given: given === notKnown ? 'unbekannt' : factInWords(compiled.slots[at]!, given),
  }
}

const placeOf = ({ id, text }: Question) => ({ id, text })

const questionIn = ({ diagram }: Narrowed, id: string): Question =>
  diagram.compiled.ruleSet.questions.find((question) => question.id === id)!
