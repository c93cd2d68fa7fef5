import type { DocumentState, Verdict } from '../precheck/precheck.js'
import type { WaySeen } from '../precheck/rule-set.js'
import { outcomeNames } from '../precheck/consequences.js'

export const verdictWords: Record<Verdict, string> = {
  ...outcomeNames,
  open: 'Vorprüfung nicht abgeschlossen',
}

export const waySeenWords: Record<WaySeen, string> = {
  originalSeen: 'Original gesehen',
  copyTaken: 'Kopie genommen',
  willBeBrought: 'wird nachgereicht',
  authorityFetches: 'Behörde holt ihn selbst ein',
  notNeeded: 'nicht nötig',
}

export const documentStateWords: Record<DocumentState, string> = {
  present: 'liegt vor',
  fetched: 'wird von der Behörde eingeholt',
  waived: 'nicht nötig',
  missing: 'fehlt',
  unclear: 'noch offen, ob nötig',
  moot: 'nicht verlangt',
}

/** An ISO instant as local day and time, `24.11.2026, 09:41`. */
export const instantInWords = (instant: string): string =>
  new Intl.DateTimeFormat('de-DE', {
    timeZone: 'Europe/Berlin',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant))
