import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import { checkAnswer } from '../precheck/check-answer.js'
import type { Question } from '../precheck/rule-set.js'
import type { Outcome, Told } from './case-file.store.js'
import { Desk } from './desk.js'
import { isAtTheOffice } from './life-cycle.js'
import { refusals } from './refusals.js'

/** A name is checked as every other name of a person is; a comma between its parts is the clerk's habit. */
const nameOfApplicant: Question = {
  id: 'applicant',
  text: 'Name der antragstellenden Person',
  kind: 'personName',
  source: 'DIN 91379',
}

@Injectable()
export class NameApplicant {
  constructor(private readonly desk: Desk) {}

  /** Says whose case it is, so that the office finds it again; an empty name takes it away. */
  name(actor: Actor, id: string, name: string): Promise<Outcome> {
    const told: Told = {
      action: 'caseFile.applicantNamed',
      details: (_, { applicant }) => (applicant === null ? { takenAway: true } : {}),
    }
    return this.desk.change(actor, id, told, (caseFile) => {
      if (!isAtTheOffice(caseFile.state)) return refusals.closed()
      const checked =
        name.trim() === '' ? { ok: true as const, value: null } : checkAnswer(nameOfApplicant, name)
      if (!checked.ok) return { ...refusals.badApplicant(), message: checked.message }
      const applicant = checked.value as string | null
      return applicant === caseFile.applicant ? caseFile : { ...caseFile, applicant }
    })
  }
}
