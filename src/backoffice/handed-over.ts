import { Injectable } from '@nestjs/common'
import type { CaseFile } from '../casework/case-file.js'
import { CaseFileStore } from '../casework/case-file.store.js'
import { ListServices } from '../casework/list-services.js'
import { searchWords } from '../casework/search-words.js'
import type { Actor } from '../cooperation/actor.js'
import { OfficeDirectory } from '../cooperation/office-directory.store.js'
import type { Delivery } from '../handoff/out/delivery.js'
import { DeliveryStore, type StuckCases } from '../handoff/out/delivery.store.js'
import type { PackageContents } from '../handoff/package-contents.js'
import { PackageStore } from '../handoff/package.store.js'
import { Rulebook } from '../rulebook/rulebook.js'
import { isInInbox, type InboxEntry, type InboxRow, type InboxState } from './inbox.js'
import { InboxStore } from './inbox.store.js'
import { departmentOf } from './reach.js'

/** A case as its department sees it: how it stands, and what was handed over last. Never what the office works on now. */
export interface HandedOverCase {
  readonly caseFile: Pick<CaseFile, 'id' | 'number' | 'state' | 'deficiencies' | 'version'>
  readonly contents: PackageContents
  /** `null` where the department works in this program alone. */
  readonly delivery: Delivery | null
}

/** What a department may see, and of a case only what was handed to it. */
@Injectable()
export class HandedOver {
  constructor(
    private readonly caseFiles: CaseFileStore,
    private readonly packages: PackageStore,
    private readonly deliveries: DeliveryStore,
    private readonly inbox: InboxStore,
    private readonly directory: OfficeDirectory,
    private readonly rulebook: Rulebook,
    private readonly services: ListServices,
  ) {}

  /** `null` for what does not exist and for what was never handed to this department alike. */
  async find(actor: Actor, id: string): Promise<HandedOverCase | null> {
    const reach = departmentOf(actor)
    const caseFile = await this.caseFiles.find(id, reach)
    if (caseFile === null || !isInInbox(caseFile)) return null
    const [last] = await this.packages.of(id, { officeId: null, ...reach })
    return last === undefined
      ? null
      : { caseFile, contents: last.contents, delivery: await this.deliveries.of(last.id) }
  }

  /** The cases of the actor's department that fit every word of the text. */
  async list(actor: Actor, state: InboxState, text: string): Promise<InboxRow[]> {
    const words = searchWords(text, this.services.titles())
    const entries = await this.inbox.list(departmentOf(actor).departmentId, state, words)
    const offices = new Map<string, string>()
    for (const { officeId } of entries)
      if (!offices.has(officeId))
        offices.set(officeId, (await this.directory.officeOf(officeId))?.name ?? '–')
    return entries.map((entry) => ({
      ...entry,
      serviceTitle: this.titleOf(entry),
      officeName: offices.get(entry.officeId)!,
    }))
  }

  /** Cases whose package is here, but not in the department's own system. */
  stuck(actor: Actor): Promise<StuckCases> {
    return this.deliveries.stuckIn(departmentOf(actor).departmentId)
  }

  private titleOf({ service, ruleSet }: Pick<InboxEntry, 'service' | 'ruleSet'>): string {
    return this.rulebook.byId(ruleSet)?.compiled.ruleSet.title ?? service
  }
}
