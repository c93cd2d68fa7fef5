import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import { CaseListStore, type ListedCase } from './case-list.store.js'
import type { State } from './life-cycle.js'
import { ListServices, plain } from './list-services.js'

const mostWords = 6

export interface FoundCase extends ListedCase {
  readonly title: string
}

@Injectable()
export class SearchCases {
  constructor(
    private readonly cases: CaseListStore,
    private readonly services: ListServices,
  ) {}

  /** The cases of the actor's office that fit every word of the text, last changed first. */
  async search(actor: Actor, text: string, state: State | null): Promise<FoundCase[]> {
    if (actor.officeId === null) return []
    const titles = this.services.titles()
    const words = text.normalize('NFC').slice(0, 200).split(/\s+/).filter(Boolean).slice(0, mostWords)
    const services = words.map((word) =>
      titles.filter(({ title }) => plain(title).includes(plain(word))).map(({ service }) => service),
    )
    const found = await this.cases.list(actor.officeId, { words, services, state })
    const titleOf = new Map(titles.map(({ service, title }) => [service, title]))
    return found.map((one) => ({ ...one, title: titleOf.get(one.service) ?? one.service }))
  }
}
