import type { DocumentState, Verdict } from '../precheck/precheck.js'
import { outcomeNames } from '../precheck/consequences.js'

export const verdictWords: Record<Verdict, string> = {
  ...outcomeNames,
  open: 'nicht abgeschlossen',
}

export const documentStateWords: Record<DocumentState, string> = {
  present: 'liegt vor',
  fetched: 'wird von der Behörde eingeholt',
  waived: 'nicht nötig',
  missing: 'fehlt',
  unclear: 'noch offen, ob nötig',
  moot: 'nicht verlangt',
}
