import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import { Clock } from '../platform/clock.js'
import { Rulebook } from '../rulebook/rulebook.js'
import { germanOrder, plain } from '../web/format.js'
import { OffersStore, type PlaceOfService } from './offers.store.js'

/** A service with a rule set in force today, and where it can be applied for. */
export interface OfferedService {
  readonly service: string
  readonly title: string
  /** Whether the clerk's own office offers it. */
  readonly here: boolean
  readonly elsewhere: readonly PlaceOfService[]
}

@Injectable()
export class ListServices {
  constructor(
    private readonly rulebook: Rulebook,
    private readonly offers: OffersStore,
    private readonly clock: Clock,
  ) {}

  /** All services whose title or name contains the text, those of the own office first. */
  async list(actor: Actor, text = ''): Promise<OfferedService[]> {
    const places = await this.offers.all()
    return this.titles()
      .filter(({ service, title }) => plain(`${title} ${service}`).includes(plain(text)))
      .map(({ service, title }) => ({
        service,
        title,
        here: places.some((place) => place.service === service && place.officeId === actor.officeId),
        elsewhere: places.filter((place) => place.service === service && place.officeId !== actor.officeId),
      }))
      .toSorted((a, b) => Number(b.here) - Number(a.here) || germanOrder(a.title, b.title))
  }

  /** Titles of the services as they are called today. */
  titles(): { service: string; title: string }[] {
    const today = this.clock.today()
    return this.rulebook.services().flatMap((service) => {
      const ruleSet = this.rulebook.inForce(service, today)
      return ruleSet === null ? [] : [{ service, title: ruleSet.compiled.ruleSet.title }]
    })
  }
}
