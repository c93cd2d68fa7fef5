import { answerInWords } from '../precheck/answer-in-words.js'
import type { Answers, Question } from '../precheck/rule-set.js'

/** One answer of a citizen as it is spoken at the counter. */
export interface AnswerGiven {
  readonly question: string
  readonly text: string
  readonly answer: string
}

/** The answers of a citizen in the order of the questions. */
export const citizenInWords = (questions: readonly Question[], answers: Answers): AnswerGiven[] =>
  questions.flatMap((question) =>
    Object.hasOwn(answers, question.id)
      ? [
          {
            question: question.id,
            text: question.text,
            answer: answerInWords(question, answers[question.id]!),
          },
        ]
      : [],
  )
