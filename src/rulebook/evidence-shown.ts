import type { EvidenceList, NeededDocument, WaySeen } from '../precheck/rule-set.js'

/** How each document has to be seen to count, by id; as an example file says it. */
export type DocumentsShown = Readonly<Record<string, WaySeen>>

/** Documents as they count: the original wherever it does. */
export const documentsShown = (documents: readonly NeededDocument[]): DocumentsShown =>
  Object.fromEntries(
    documents.map(({ id, forms }) => [
      id,
      forms.every((form) => form === 'copy') ? 'copyTaken' : 'originalSeen',
    ]),
  )

export const evidenceFrom = (shown: DocumentsShown): EvidenceList =>
  Object.fromEntries(Object.entries(shown).map(([id, seen]) => [id, { seen }]))
