import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import type { Outcome, Told } from './case-file.store.js'
import { Desk } from './desk.js'
import { isAtTheOffice } from './life-cycle.js'
import { movedOver, moveTold } from './moved-over.js'
import { refusals } from './refusals.js'

@Injectable()
export class MoveOver {
  constructor(private readonly desk: Desk) {}

  /**
   * Puts the case under the rule set that is due. `to` and `version` are what the clerk saw: another rule set or
   * another state of the case would mean something else than they agreed to; `null` checks no version.
   */
  move(actor: Actor, id: string, to: string, version: number | null): Promise<Outcome> {
    return this.desk.change(actor, id, told, (caseFile, { ruleSet, today }) => {
      if (!isAtTheOffice(caseFile.state)) return refusals.closed()
      // The same press sent twice.
      if (caseFile.ruleSet === to) return caseFile
      const due = this.desk.ruleSetDue(caseFile)
      if (due?.id !== to || (version !== null && version !== caseFile.version))
        return refusals.staleRuleChange()
      return movedOver(caseFile, ruleSet, due, today)
    })
  }
}

const told: Told = {
  action: 'caseFile.movedOver',
  details: moveTold,
}
