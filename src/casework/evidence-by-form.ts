import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import { Clock } from '../platform/clock.js'
import type { Day } from '../precheck/rule-set.js'
import { waysSeen } from '../precheck/rule-set.js'
import { textIn, type Posted } from '../web/posted.js'
import { revisionIn } from './answer-by-form.js'
import type { Outcome } from './case-file.store.js'
import { readDay } from './read-typed.js'
import { RecordEvidence } from './record-evidence.js'
import { refusals } from './refusals.js'

@Injectable()
export class EvidenceByForm {
  constructor(
    private readonly evidence: RecordEvidence,
    private readonly clock: Clock,
  ) {}

  /** Takes how a document was seen as its form posts it. */
  async record(actor: Actor, id: string, document: string, posted: Posted): Promise<Outcome> {
    const seen = waysSeen.find((way) => way === posted['seen'])
    if (seen === undefined) return refusals.wayMissing(document)
    const day = readOptionalDay(textIn(posted, 'issuedOn'), this.clock.today())
    if ('message' in day) return refusals.badDay(document, day.message)
    const noted = { seen, issuedOn: day.day, reason: textIn(posted, 'reason') }
    return this.evidence.record(actor, id, document, noted, revisionIn(posted))
  }
}

function readOptionalDay(text: string, today: Day): { day: Day | undefined } | { message: string } {
  if (text.trim() === '') return { day: undefined }
  const typed = readDay(text.trim(), today)
  return 'message' in typed ? typed : { day: typed.raw as Day }
}
