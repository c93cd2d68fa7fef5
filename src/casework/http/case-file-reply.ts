import { Injectable } from '@nestjs/common'
import type { Actor } from '../../cooperation/actor.js'
import type { CaseFile } from '../case-file.js'
import type { Outcome } from '../case-file.store.js'
import type { Checklist } from '../checklist.js'
import { ReadChecklist } from '../read-checklist.js'
import { caseFileView, type CaseFileView } from './case-file-view.js'
import { orProblem } from '../../platform/http/or-problem.js'

/** Answers to programs: the case as it is now, or what was refused. */
@Injectable()
export class CaseFileReply {
  constructor(private readonly checklists: ReadChecklist) {}

  async show(actor: Actor, id: string): Promise<CaseFileView> {
    return caseFileView(orProblem<Checklist>(await this.checklists.read(actor, id)))
  }

  async after(outcome: Outcome): Promise<CaseFileView> {
    return caseFileView(await this.checklists.of(orProblem<CaseFile>(outcome)))
  }
}
