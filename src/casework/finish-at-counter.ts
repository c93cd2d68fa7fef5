import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import { isRefusal } from '../platform/refusal.js'
import type { CaseFile } from './case-file.js'
import type { Outcome } from './case-file.store.js'
import type { Changed } from './change.js'
import { Desk, type AtTheDesk } from './desk.js'
import { stateAfter } from './life-cycle.js'
import { reasonToGoOn } from './reason-to-go-on.js'
import { refusals } from './refusals.js'

@Injectable()
export class FinishAtCounter {
  constructor(private readonly desk: Desk) {}

  /**
   * Ends the case at the counter where the service allows it; against the advice it takes a reason.
   * `version` is that of the case file which was reviewed; `null` checks nothing.
   */
  finish(actor: Actor, id: string, reason: string, version: number | null): Promise<Outcome> {
    return this.desk.change(actor, id, { action: 'caseFile.finishedAtCounter' }, (caseFile, desk) =>
      version !== null && version !== caseFile.version
        ? refusals.staleReview()
        : finished(caseFile, desk, reason),
    )
  }
}

function finished(caseFile: CaseFile, { ruleSet, today }: AtTheDesk, reason: string): Changed {
  const { compiled } = ruleSet
  const state = stateAfter(caseFile.state, 'finishAtCounter')
  if (state === null) return refusals.stepNotPossible()
  if (!compiled.ruleSet.finishedAtCounter) return refusals.notFinishedHere()
  const closingReason = reasonToGoOn(compiled, caseFile, today, reason)
  return isRefusal(closingReason) ? closingReason : { ...caseFile, state, closingReason }
}
