import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import { AuditTrail } from '../platform/audit-trail.js'
import type { Outcome } from './case-file.store.js'
import { Desk } from './desk.js'
import { stateAfter } from './life-cycle.js'
import { refusals } from './refusals.js'

@Injectable()
export class Resume {
  constructor(
    private readonly desk: Desk,
    private readonly trail: AuditTrail,
  ) {}

  /** Undoes a withdrawal. A case that the department had given back goes on as one that was given back. */
  async resume(actor: Actor, id: string): Promise<Outcome> {
    const wasReturned = await this.wasReturned(id)
    return this.desk.change(actor, id, { action: 'caseFile.resumed' }, (caseFile) => {
      const state = stateAfter(caseFile.state, 'resume')
      if (state === null) return refusals.stepNotPossible()
      return { ...caseFile, state: wasReturned ? 'returned' : state, closingReason: null }
    })
  }

  /** Open points do not tell: the office may have dealt with all of them before the application was taken back. */
  private async wasReturned(id: string): Promise<boolean> {
    const withdrawal = await this.trail.last({ kind: 'caseFile', id }, 'caseFile.withdrawn')
    return withdrawal?.details?.['from'] === 'returned'
  }
}
