import { countsAs } from '../precheck/document-standing.js'
import type { CaseFile, RecordedEvidence } from './case-file.js'
import type { Changed } from './change.js'
import type { AtTheDesk } from './desk.js'
import { withoutPoint } from './deficiencies.js'
import { isAtTheOffice } from './life-cycle.js'
import { refusals } from './refusals.js'
import { mostUploads, uploadRefusals } from './upload-refusals.js'

/**
 * The case file after a scan was added to a document. Where nothing was noted yet, or only that it will be brought,
 * the scan itself is the note "copy taken", provided that a copy counts. `count` is how many scans there are.
 */
export function withScan(
  caseFile: CaseFile,
  documentId: string,
  count: number,
  { ruleSet, stamp }: AtTheDesk,
): Changed {
  if (!isAtTheOffice(caseFile.state)) return refusals.closed()
  if (count >= mostUploads) return uploadRefusals.tooMany(documentId)
  const document = ruleSet.compiled.ruleSet.documents.find(({ id }) => id === documentId)
  if (document === undefined) return refusals.unknownDocument(documentId)
  const settled = withoutPoint(caseFile, 'document', documentId)
  const noted = caseFile.evidence[documentId]?.seen ?? 'willBeBrought'
  if (noted !== 'willBeBrought' || !countsAs(document, 'copyTaken')) return { ...settled }
  const evidence: RecordedEvidence = { seen: 'copyTaken', ...stamp, revision: caseFile.version + 1 }
  return { ...settled, evidence: { ...caseFile.evidence, [documentId]: evidence } }
}
