import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import { OfficeDirectory } from '../cooperation/office-directory.store.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database.js'
import { Ids } from '../platform/ids.js'
import type { Refusal } from '../platform/refusal.js'
import { Rulebook } from '../rulebook/rulebook.js'
import { newCaseFile, type CaseFile } from './case-file.js'
import { CaseFileStore } from './case-file.store.js'
import { reachOf } from './desk.js'
import { withCompleteness } from './pre-check.js'
import { refusals } from './refusals.js'

@Injectable()
export class OpenCase {
  constructor(
    private readonly store: CaseFileStore,
    private readonly directory: OfficeDirectory,
    private readonly rulebook: Rulebook,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Opens a case for a service that the clerk's office offers; today is its day of receipt. `key` is an id that the
   * form carries: the same form sent twice opens one case. Sent for another service it opens another.
   */
  async open(actor: Actor, service: string, key: string = this.ids.newId()): Promise<CaseFile | Refusal> {
    if (!this.rulebook.services().includes(service)) return refusals.unknownService()
    const today = this.clock.today()
    const ruleSet = this.rulebook.inForce(service, today)
    if (ruleSet === null) return refusals.noRuleSet()
    const route = actor.officeId === null ? null : await this.directory.routeOf(actor.officeId, service)
    if (route === null) return refusals.serviceNotOffered()
    return this.database.change(async (tx) => {
      const before = await this.store.openedBefore(tx, key, reachOf(actor))
      if (before?.service === service) return before
      const begun = newCaseFile({
        // That another office has an id is not told: that would tell of its case.
        id: (await this.store.isTaken(tx, key)) ? this.ids.newId() : key,
        number: await this.store.nextNumber(tx, today.slice(0, 4)),
        authorityId: route.authorityId,
        officeId: route.officeId,
        departmentId: route.departmentId,
        service,
        ruleSet: ruleSet.id,
        receivedOn: today,
        openedBy: actor.staffId,
        openedAt: tx.at.toISOString(),
      })
      const opened = withCompleteness(ruleSet.compiled, begun, today)
      await this.store.add(tx, opened, actor)
      return opened
    })
  }
}
