import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import { Clock } from '../platform/clock.js'
import { unknownName } from '../web/field/field-props.js'
import { AnswerQuestion } from './answer-question.js'
import type { Outcome } from './case-file.store.js'
import { Desk } from './desk.js'
import { readAnswer, typedText, type Posted } from './read-form.js'
import { refusals } from './refusals.js'

@Injectable()
export class AnswerByForm {
  constructor(
    private readonly desk: Desk,
    private readonly answers: AnswerQuestion,
    private readonly clock: Clock,
  ) {}

  /** Takes an answer as the form of its question posts it. Emptied controls take a given answer away. */
  async answer(actor: Actor, id: string, questionId: string, posted: Posted): Promise<Outcome> {
    const caseFile = await this.desk.find(actor, id)
    if (caseFile === null) return null
    const { questions } = this.desk.ruleSetOf(caseFile).compiled.ruleSet
    const question = questions.find((one) => one.id === questionId)
    if (question === undefined) return refusals.unknownQuestion(questionId)
    const revision = revisionIn(posted)
    if (isEmptied(posted) && question.kind !== 'persons' && caseFile.answers[questionId] !== undefined)
      return this.answers.answer(actor, id, questionId, null, revision)
    const typed = readAnswer(question, posted, this.clock.today())
    if ('message' in typed) return refusals.badAnswer(questionId, typed.message)
    return this.answers.answer(actor, id, questionId, typed.raw, revision)
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
