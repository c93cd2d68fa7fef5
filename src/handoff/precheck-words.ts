import type { Verdict } from '../precheck/precheck.js'
import { outcomeNames } from '../precheck/outcome-names.js'

export const verdictWords: Record<Verdict, string> = {
  ...outcomeNames,
  open: 'nicht abgeschlossen',
}
