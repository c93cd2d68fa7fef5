import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import { DeliverPackages } from '../handoff/out/deliver-packages.js'
import { RetryDelivery } from '../handoff/out/retry-delivery.js'
import { HandedOver, type HandedOverCase } from './handed-over.js'

/** "Erneut zustellen": for a department that knows its system takes packages again. */
@Injectable()
export class SendAgain {
  constructor(
    private readonly handedOver: HandedOver,
    private readonly retrying: RetryDelivery,
    private readonly deliverPackages: DeliverPackages,
  ) {}

  /** @returns the case as it stands then; `null` for what these eyes may not see. Nothing to send again changes nothing. */
  async send(actor: Actor, id: string): Promise<HandedOverCase | null> {
    const found = await this.handedOver.find(actor, id)
    if (found === null || found.delivery === null) return found
    if (!(await this.retrying.retry(found.delivery.packageId, actor))) return found
    this.deliverPackages.look()
    return this.handedOver.find(actor, id)
  }
}
