import { Injectable } from '@nestjs/common'
import type { AuditActor } from '../../platform/audit.js'
import { audit } from '../../platform/audit.js'
import { Database } from '../../platform/database.js'
import { DeliveryStore } from './delivery.store.js'

/** Starts a delivery anew once a person has settled what was in its way, and notes who it was. */
@Injectable()
export class RetryDelivery {
  constructor(
    private readonly deliveries: DeliveryStore,
    private readonly database: Database,
  ) {}

  /**
   * Has a delivery that failed tried again at once.
   * @param actor `null` is whoever operates the program
   * @returns false where there is nothing to try again
   */
  retry(packageId: string, actor: AuditActor | null): Promise<boolean> {
    return this.database.change(async (tx) => {
      const restarted = await this.deliveries.restart(tx, packageId)
      const subject = { kind: 'package', id: packageId }
      if (restarted) await audit(tx, { actor, action: 'package.deliveryRestarted', subject })
      return restarted
    })
  }
}
