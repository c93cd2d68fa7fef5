import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import type { Outcome } from './case-file.store.js'
import { Desk } from './desk.js'
import { stateAfter } from './life-cycle.js'
import { refusals } from './refusals.js'

@Injectable()
export class Resume {
  constructor(private readonly desk: Desk) {}

  /** Undoes a withdrawal. A case with points of the department left goes on as one that was given back. */
  resume(actor: Actor, id: string): Promise<Outcome> {
    return this.desk.change(actor, id, { action: 'caseFile.resumed' }, (caseFile) => {
      const state = stateAfter(caseFile.state, 'resume')
      if (state === null) return refusals.stepNotPossible()
      const isReturned = caseFile.deficiencies.length > 0
      return { ...caseFile, state: isReturned ? 'returned' : state, closingReason: null }
    })
  }
}
