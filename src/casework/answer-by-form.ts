import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import { Clock } from '../platform/clock.js'
import { unknownName } from '../web/field/field-props.js'
import type { Posted } from '../web/posted.js'
import { AnswerQuestion, type ReadInput } from './answer-question.js'
import type { Outcome } from './case-file.store.js'
import { readAnswer, typedText } from './read-form.js'

@Injectable()
export class AnswerByForm {
  constructor(
    private readonly answers: AnswerQuestion,
    private readonly clock: Clock,
  ) {}

  /** Takes an answer as the form of its question posts it. Emptied controls take a given answer away. */
  answer(actor: Actor, id: string, questionId: string, posted: Posted): Promise<Outcome> {
    const today = this.clock.today()
    const read: ReadInput = (question, caseFile) =>
      isEmptied(posted) && question.kind !== 'persons' && caseFile.answers[questionId] !== undefined
        ? { raw: null }
        : readAnswer(question, posted, today)
    return this.answers.answerAs(actor, id, questionId, read, revisionIn(posted))
  }
}

/** The revision that the page carried; 0, the one of an empty field, where it is missing or no number. */
export function revisionIn({ revision }: Posted): number {
  const number = Number(revision)
  return Number.isSafeInteger(number) && number > 0 ? number : 0
}

const isEmptied = (posted: Posted): boolean =>
  posted[unknownName] === undefined &&
  Object.values(typedText(posted)).every((values) => values.every((value) => value.trim() === ''))
