import { isDeepStrictEqual } from 'node:util'
import { isAnswerableDay } from '../precheck/day.js'
import type { Day, NeededDocument, WaySeen } from '../precheck/rule-set.js'
import { isRefusal, type Refusal } from '../platform/refusal.js'
import type { CaseFile, RecordedEvidence } from './case-file.js'
import { revisionOf, type Changed, type Stamp } from './change.js'
import { withoutPoint } from './deficiencies.js'
import { waysFor } from './evidence.js'
import { isAtTheOffice } from './life-cycle.js'
import { readReason } from './reason.js'
import { refusals } from './refusals.js'

/** How a document was seen, as the clerk noted it; `reason` only where it is not needed. */
export interface Noted {
  readonly seen: WaySeen
  readonly issuedOn?: Day | undefined
  readonly reason?: string | undefined
}

/** Puts into the case file how a document was seen. `revision` as with answers. */
export function noteEvidence(
  caseFile: CaseFile,
  document: NeededDocument,
  noted: Noted,
  revision: number,
  stamp: Stamp,
  today: Day,
): Changed {
  if (!isAtTheOffice(caseFile.state)) return refusals.closed()
  const checked = check(document, noted, today)
  if (isRefusal(checked)) return checked
  const current = caseFile.evidence[document.id]
  const settled = withoutPoint(caseFile, 'document', document.id)
  if (current !== undefined && isDeepStrictEqual(notedOf(current), checked)) return settled
  if (revisionOf(current) !== revision) return refusals.conflict(document.id)
  const evidence: RecordedEvidence = { ...checked, ...stamp, revision: caseFile.version + 1 }
  return { ...settled, evidence: { ...caseFile.evidence, [document.id]: evidence } }
}

type Checked = Omit<RecordedEvidence, keyof Stamp | 'revision'>

function check(document: NeededDocument, { seen, issuedOn, reason }: Noted, today: Day): Checked | Refusal {
  if (!waysFor(document).includes(seen)) return refusals.wrongWay(document.id)
  if (issuedOn !== undefined && !isAnswerableDay(issuedOn))
    return refusals.badDay(document.id, 'Diesen Tag gibt es im Kalender zwischen 1850 und 2199 nicht.')
  if (issuedOn !== undefined && issuedOn > today) return refusals.issuedInFuture(document.id)
  const day = issuedOn === undefined ? {} : { issuedOn }
  if (seen !== 'notNeeded') return { seen, ...day }
  const why = readReason(reason ?? '', document.id)
  return typeof why === 'string' ? { seen, reason: why } : why
}

const notedOf = ({ seen, issuedOn, reason }: RecordedEvidence): Checked => ({
  seen,
  ...(issuedOn === undefined ? {} : { issuedOn }),
  ...(reason === undefined ? {} : { reason }),
})
