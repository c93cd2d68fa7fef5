import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import type { Outcome } from './case-file.store.js'
import { Desk } from './desk.js'
import { noteEvidence, type Noted } from './note-evidence.js'
import { refusals } from './refusals.js'

@Injectable()
export class RecordEvidence {
  constructor(private readonly desk: Desk) {}

  /** Notes how a document was seen; `revision` is that of the entry which the clerk saw, 0 for none. */
  record(actor: Actor, id: string, document: string, noted: Noted, revision: number): Promise<Outcome> {
    const told = { action: 'caseFile.evidenceNoted', details: { document, seen: noted.seen } }
    return this.desk.change(actor, id, told, (caseFile, { ruleSet, stamp, today }) => {
      const needed = ruleSet.compiled.ruleSet.documents.find((one) => one.id === document)
      if (needed === undefined) return refusals.unknownDocument(document)
      return noteEvidence(caseFile, needed, noted, revision, stamp, today)
    })
  }
}
