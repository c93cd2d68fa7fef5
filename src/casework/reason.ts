import type { Refusal } from '../platform/refusal.js'
import { refusals } from './refusals.js'

const most = 1000

/** A reason as typed, without spaces around it; refused if empty or too long. */
export function readReason(text: string, place: string): string | Refusal {
  const reason = text.normalize('NFC').trim()
  if (reason === '') return refusals.reasonMissing(place)
  return reason.length > most ? refusals.reasonTooLong(place) : reason
}
