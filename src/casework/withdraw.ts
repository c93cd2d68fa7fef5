import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import type { Outcome } from './case-file.store.js'
import { Desk } from './desk.js'
import { stateAfter } from './life-cycle.js'
import { readReason } from './reason.js'
import { refusals } from './refusals.js'

@Injectable()
export class Withdraw {
  constructor(private readonly desk: Desk) {}

  /** The citizen takes the application back, or it was opened by mistake. Nothing is deleted; it can be resumed. */
  withdraw(actor: Actor, id: string, reason: string): Promise<Outcome> {
    return this.desk.change(actor, id, { action: 'caseFile.withdrawn' }, (caseFile) => {
      const state = stateAfter(caseFile.state, 'withdraw')
      if (state === null) return refusals.stepNotPossible()
      const why = readReason(reason, 'reason')
      return typeof why === 'string' ? { ...caseFile, state, closingReason: why } : why
    })
  }
}
