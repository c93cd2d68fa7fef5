import type { Refusal } from '../platform/refusal.js'
import { whyNotPrintable } from '../precheck/check-answer.js'
import { storedText } from '../precheck/stored-text.js'
import { refusals } from './refusals.js'

const most = 1000

/** A reason as typed, without spaces around it; refused if empty, too long or with signs that nobody can print. */
export function readReason(text: string, place: string): string | Refusal {
  const reason = storedText(text)
  if (reason === '') return refusals.reasonMissing(place)
  if (reason.length > most) return refusals.reasonTooLong(place)
  const unfit = whyNotPrintable(reason, 'E')
  return unfit === null ? reason : refusals.badReason(place, unfit)
}
