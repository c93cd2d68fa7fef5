import { answerInWords } from './answer-in-words.js'
import { no } from './diagram/diagrams.js'
import type { Narrowed } from './diagram/narrow.js'
import { shortestReason } from './diagram/shortest-reason.js'
import { otherAnswers, type OtherAnswer } from './other-answers.js'

/** A question whose answer helps to fix the verdict. */
export interface DecidingAnswer {
  readonly question: string
  readonly text: string
  readonly answer: string
}

/** Why a verdict against an application stands, and what it takes for it to fall. */
export interface TurningPoint {
  /** The fewest answers that would have to be different, all of them together; empty where none could. */
  readonly change: readonly OtherAnswer[]
  /** The smallest set of answers that fixes the verdict already, whatever the others are. */
  readonly deciding: readonly DecidingAnswer[]
}

/** Only for a verdict that is fixed and that no document can change; `null` for every other one. */
export function turningPoint(narrowed: Narrowed): TurningPoint | null {
  if (narrowed.outcome.clear !== no) return null
  const reason = shortestReason(narrowed)
  if (reason === null) return null
  const { questions } = narrowed.diagram.compiled.ruleSet
  return {
    change: otherAnswers(narrowed),
    deciding: questions
      .filter(({ id }) => reason.questions.includes(id))
      .map((question) => ({
        question: question.id,
        text: question.text,
        answer: answerInWords(question, narrowed.answers[question.id]!),
      })),
  }
}
