import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import { isRefusal } from '../platform/refusal.js'
import type { Question } from '../precheck/rule-set.js'
import { decidingDayOf } from '../rulebook/choose-rule-set.js'
import { Rulebook } from '../rulebook/rulebook.js'
import { withApplicant } from './applicant-of.js'
import type { CaseFile } from './case-file.js'
import type { Outcome, Told } from './case-file.store.js'
import type { Changed } from './change.js'
import { checkTyped } from './check-typed.js'
import { Desk, type AtTheDesk } from './desk.js'
import { answersOf } from './known.js'
import { movedOver, moveTold } from './moved-over.js'
import type { Typed } from './read-typed.js'
import { recordAnswer } from './record-answer.js'
import { refusals } from './refusals.js'

/** What an input means as an answer to its question. */
export type ReadInput = (question: Question, caseFile: CaseFile) => Typed

@Injectable()
export class AnswerQuestion {
  constructor(
    private readonly desk: Desk,
    private readonly rulebook: Rulebook,
  ) {}

  /**
   * Puts an answer into the case. `raw` is the value as JSON, `null` takes the answer away; `revision` is that of the
   * answer which the clerk saw, 0 for none.
   */
  answer(actor: Actor, id: string, question: string, raw: unknown, revision: number): Promise<Outcome> {
    return this.answerAs(actor, id, question, () => ({ raw }), revision)
  }

  /** The same where it takes the question to know what the input means; it is read under the lock of the case. */
  answerAs(actor: Actor, id: string, question: string, read: ReadInput, revision: number): Promise<Outcome> {
    const told: Told = {
      action: 'caseFile.answered',
      details: (before, after) => ({
        question,
        ...(after.answers[question] === undefined && { takenAway: true }),
        ...(before.ruleSet === after.ruleSet ? {} : moveTold(before, after)),
      }),
    }
    return this.desk.change(actor, id, told, (caseFile, desk) =>
      this.answered(caseFile, question, read, revision, desk),
    )
  }

  private answered(
    caseFile: CaseFile,
    questionId: string,
    read: ReadInput,
    revision: number,
    desk: AtTheDesk,
  ): Changed {
    const { stamp } = desk
    const { compiled } = desk.ruleSet
    const question = compiled.ruleSet.questions.find(({ id }) => id === questionId)
    if (question === undefined) return refusals.unknownQuestion(questionId)
    const typed = read(question, caseFile)
    const isTakenAway = 'raw' in typed && typed.raw === null
    const checked = isTakenAway ? { ok: true as const, value: null } : checkTyped(question, typed)
    if (!checked.ok) return refusals.badAnswer(placeOf(questionId, checked.part), checked.message)
    const recorded = recordAnswer(caseFile, questionId, checked.value, revision, stamp)
    if (isRefusal(recorded) || recorded === caseFile) return recorded
    return this.withRuleSetOfTheDay(withApplicant(compiled.ruleSet, caseFile, recorded), questionId, desk)
  }

  /**
   * Where an answered day decides which rule set counts, the case goes over to that one. Which question that is says
   * the rule set of today, as where the clerk is offered a move.
   */
  private withRuleSetOfTheDay(caseFile: CaseFile, answered: string, { ruleSet, today }: AtTheDesk): Changed {
    const { service } = caseFile
    const { day, question } = decidingDayOf(this.rulebook, service, today, answersOf(caseFile))
    if (question !== answered) return caseFile
    const chosen = this.rulebook.inForce(service, day)
    if (chosen === null) return { ...refusals.noRuleSet(), place: question }
    return chosen.id === ruleSet.id ? caseFile : movedOver(caseFile, ruleSet, chosen, today)
  }
}

/** A part of an answer stands after a slash: `anschrift/postcode`. */
const placeOf = (question: string, part: string | undefined): string =>
  part === undefined ? question : `${question}/${part}`
