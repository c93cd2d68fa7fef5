import { isDeepStrictEqual } from 'node:util'
import type { Answer } from '../precheck/rule-set.js'
import type { CaseFile } from './case-file.js'
import { revisionOf, type Changed, type Stamp } from './change.js'
import { withoutPoint } from './deficiencies.js'
import { isAtTheOffice } from './life-cycle.js'
import { refusals } from './refusals.js'

/**
 * Puts an answer into the case file. `revision` is that of the answer the clerk saw: an older one is refused, unless
 * both say the same. `null` takes the answer away.
 */
export function recordAnswer(
  caseFile: CaseFile,
  question: string,
  value: Answer | null,
  revision: number,
  stamp: Stamp,
): Changed {
  if (!isAtTheOffice(caseFile.state)) return refusals.closed()
  const current = caseFile.answers[question]
  const settled = withoutPoint(caseFile, 'question', question)
  const isCurrent = revisionOf(current) === revision
  // A page that shows an older question confirms nothing about this one.
  if (isDeepStrictEqual(current?.value ?? null, value)) return isCurrent ? settled : caseFile
  if (!isCurrent) return refusals.conflict(question)
  return { ...settled, answers: answersWith(caseFile, question, value, stamp) }
}

function answersWith(
  { answers, version }: CaseFile,
  question: string,
  value: Answer | null,
  stamp: Stamp,
): CaseFile['answers'] {
  const { [question]: _old, ...others } = answers
  return value === null ? others : { ...others, [question]: { value, ...stamp, revision: version + 1 } }
}
