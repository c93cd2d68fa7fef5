import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import { CaseListStore, type ListedCase } from './case-list.store.js'
import { Desk } from './desk.js'
import { isAtTheOffice, type State } from './life-cycle.js'
import { ListServices } from './list-services.js'
import { searchWords } from './search-words.js'

export interface FoundCase extends ListedCase {
  readonly title: string
  /** Whether another rule set is in force than the one of this open case. */
  readonly moveOverDue: boolean
}

@Injectable()
export class SearchCases {
  constructor(
    private readonly cases: CaseListStore,
    private readonly services: ListServices,
    private readonly desk: Desk,
  ) {}

  /** The cases of the actor's office that fit every word of the text, last changed first. */
  async search(actor: Actor, text: string, state: State | null): Promise<FoundCase[]> {
    if (actor.officeId === null) return []
    const titles = this.services.titles()
    const found = await this.cases.list(actor.officeId, state, searchWords(text, titles))
    const titleOf = new Map(titles.map(({ service, title }) => [service, title]))
    const due = await this.moveOverDue(found)
    return found.map((one) => ({
      ...one,
      title: titleOf.get(one.service) ?? one.service,
      moveOverDue: due.has(one.id),
    }))
  }

  private async moveOverDue(found: readonly ListedCase[]): Promise<ReadonlySet<string>> {
    const open = found.filter(({ state }) => isAtTheOffice(state))
    const byAnswer = open.filter(({ service }) => this.desk.isDueByAnswer(service))
    const answers = await this.cases.answersOf(byAnswer.map(({ id }) => id))
    const due = open.filter(
      (one) => this.desk.ruleSetDue({ ...one, answers: answers.get(one.id) ?? {} }) !== null,
    )
    return new Set(due.map(({ id }) => id))
  }
}
