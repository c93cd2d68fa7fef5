import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import type { Deficiency } from './case-file.js'
import type { Outcome } from './case-file.store.js'
import { withoutPoint } from './deficiencies.js'
import { Desk } from './desk.js'
import { isAtTheOffice } from './life-cycle.js'
import { refusals } from './refusals.js'

@Injectable()
export class SettlePoint {
  constructor(private readonly desk: Desk) {}

  /** The office has dealt with a disputed point; a second time changes nothing. */
  settle(actor: Actor, id: string, about: Deficiency['about']): Promise<Outcome> {
    const told = { action: 'caseFile.pointSettled', details: { kind: about.kind, about: about.id } }
    return this.desk.change(actor, id, told, (caseFile) =>
      isAtTheOffice(caseFile.state) ? withoutPoint(caseFile, about.kind, about.id) : refusals.closed(),
    )
  }
}
