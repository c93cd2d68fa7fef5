import { Injectable } from '@nestjs/common'
import { AuditTrail } from '../platform/audit-trail.js'
import type { CaseFile } from './case-file.js'
import { Desk } from './desk.js'
import { timelineOf, type TimelineEntry } from './timeline.js'

@Injectable()
export class ReadTimeline {
  constructor(
    private readonly trail: AuditTrail,
    private readonly desk: Desk,
  ) {}

  /** What happened to the case, oldest first. Whoever asks has found the case file before. */
  async read(caseFile: CaseFile): Promise<TimelineEntry[]> {
    const entries = await this.trail.of({ kind: 'caseFile', id: caseFile.id })
    return timelineOf(entries, this.desk.ruleSetOf(caseFile).compiled.ruleSet)
  }
}
