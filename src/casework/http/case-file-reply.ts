import { Injectable } from '@nestjs/common'
import type { Actor } from '../../cooperation/actor.js'
import { notFound, Problem } from '../../platform/http/problem.js'
import { isRefusal } from '../../platform/refusal.js'
import type { CaseFile } from '../case-file.js'
import type { Outcome } from '../case-file.store.js'
import { ReadChecklist } from '../read-checklist.js'
import { caseFileView, type CaseFileView } from './case-file-view.js'
import { statusOf } from './status-of.js'

/** Answers to programs: the case as it is now, or what was refused. */
@Injectable()
export class CaseFileReply {
  constructor(private readonly checklists: ReadChecklist) {}

  async show(actor: Actor, id: string): Promise<CaseFileView> {
    const checklist = await this.checklists.read(actor, id)
    if (checklist === null) throw notFound()
    return caseFileView(checklist)
  }

  after(outcome: Outcome): Promise<CaseFileView> {
    if (outcome === null) throw notFound()
    if (isRefusal(outcome)) throw new Problem(statusOf(outcome), [outcome])
    return this.of(outcome)
  }

  async of(caseFile: CaseFile): Promise<CaseFileView> {
    return caseFileView(await this.checklists.of(caseFile))
  }
}
