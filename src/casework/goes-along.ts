import type { Precheck } from '../precheck/precheck.js'
import type { RuleSet } from '../precheck/rule-set.js'
import type { Upload } from './case-file.js'

/**
 * Which scans belong to a case: those whose document the pre-check still names and may be copied. Any other is shown
 * apart, to be removed, and stays out of the package: a department gets no more than it needs (Art. 5 Abs. 1 DSGVO).
 */
export function goesAlong(
  { documents }: RuleSet,
  precheck: Precheck,
): (scan: Pick<Upload, 'document'>) => boolean {
  const named = new Set(precheck.documents.map(({ id }) => id))
  const wanted = new Set(
    documents.filter(({ id, noCopy }) => named.has(id) && noCopy !== true).map(({ id }) => id),
  )
  return ({ document }) => wanted.has(document)
}
