import type { Refusal } from '../platform/refusal.js'
import { checkAnswer } from '../precheck/check-answer.js'
import type { Question } from '../precheck/rule-set.js'
import { storedText } from '../precheck/stored-text.js'
import { refusals } from './refusals.js'

const most = 1000

/** Checked as every other text is, because it is printed in the package like one. */
const reasonText: Question = { id: 'reason', text: 'Grund', kind: 'text', max: most, source: 'DIN 91379' }

/** A reason as typed, without spaces around it; refused if empty, too long or with signs that nobody can print. */
export function readReason(text: string, place: string): string | Refusal {
  const reason = storedText(text)
  if (reason === '') return refusals.reasonMissing(place)
  if (reason.length > most) return refusals.reasonTooLong(place)
  const checked = checkAnswer(reasonText, reason)
  return checked.ok ? reason : refusals.badReason(place, checked.message)
}
