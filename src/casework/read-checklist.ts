import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import { OfficeDirectory } from '../cooperation/office-directory.store.js'
import { Clock } from '../platform/clock.js'
import type { CaseFile } from './case-file.js'
import { AnswerHabits } from './answer-habits.js'
import { checklistOf, type Checklist } from './checklist.js'
import { Desk } from './desk.js'
import { UploadStore } from './upload.store.js'

@Injectable()
export class ReadChecklist {
  constructor(
    private readonly desk: Desk,
    private readonly uploads: UploadStore,
    private readonly directory: OfficeDirectory,
    private readonly clock: Clock,
    private readonly habits: AnswerHabits,
  ) {}

  /** The checklist of a case of the actor's office, or `null`. */
  async read(actor: Actor, id: string): Promise<Checklist | null> {
    const caseFile = await this.desk.find(actor, id)
    return caseFile === null ? null : this.of(caseFile)
  }

  async of(caseFile: CaseFile): Promise<Checklist> {
    const uploads = await this.uploads.listed(caseFile.id)
    const [ruleSet, due] = [this.desk.ruleSetOf(caseFile), this.desk.ruleSetDue(caseFile)]
    const weigh = this.habits.of(caseFile.service)
    return checklistOf(caseFile, ruleSet, due, uploads, this.clock.today(), weigh)
  }

  /** Who gets the package: "Wohngeldstelle, Stadt Grabow". */
  async receiverOf({ departmentId, authorityId }: CaseFile): Promise<string> {
    const [department, authority] = await Promise.all([
      this.directory.departmentOf(departmentId),
      this.directory.authorityOf(authorityId),
    ])
    return [department?.name, authority?.name].filter(Boolean).join(', ')
  }
}
