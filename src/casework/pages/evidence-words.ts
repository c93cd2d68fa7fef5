import { dayInWords } from '../../precheck/answer-in-words.js'
import type { Posted } from '../../web/posted.js'
import type { RecordedEvidence } from '../case-file.js'
import { wayNames } from '../evidence.js'

/** "Original gesehen, ausgestellt am 02.11.2026" */
export const evidenceWords = ({ seen, issuedOn, reason }: RecordedEvidence): string =>
  [wayNames[seen], issuedOn && `ausgestellt am ${dayInWords(issuedOn)}`, reason && `weil: ${reason}`]
    .filter(Boolean)
    .join(', ')

/** The same from what was posted, as it was typed. */
export function postedWords({ seen, issuedOn, reason }: Posted): string {
  const way = Object.entries(wayNames).find(([name]) => name === seen)?.[1]
  return [way, issuedOn, reason].filter((part) => typeof part === 'string' && part !== '').join(', ')
}
