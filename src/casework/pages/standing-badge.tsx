import type { DocumentState } from '../../precheck/precheck.js'
import type { Tone } from '../../web/alert.js'
import { Badge } from '../../web/badge.js'

const stateWords: Record<DocumentState, readonly [string, Tone]> = {
  present: ['liegt vor', 'success'],
  fetched: ['holt die Behörde', 'success'],
  waived: ['nicht nötig', 'info'],
  missing: ['fehlt', 'warning'],
  unclear: ['noch offen, ob nötig', 'info'],
  moot: ['derzeit ohne Bedeutung', 'info'],
}

/** How a needed document stands. */
export function StandingBadge({ state }: { readonly state: DocumentState }) {
  const [word, tone] = stateWords[state]
  return <Badge tone={tone}>{word}</Badge>
}
