import type { Question, QuestionKind } from './rule-set.js'

/** What an answer lies between, both included: pieces, euros, persons or characters. */
export interface Bounds {
  readonly min: number
  readonly max: number
}

const largest = 1_000_000_000

const usual: Partial<Record<QuestionKind, Bounds>> = {
  integer: { min: 0, max: largest },
  euro: { min: 0, max: largest },
  persons: { min: 0, max: 20 },
  text: { min: 1, max: 1000 },
  personName: { min: 1, max: 200 },
}

/** The bounds of a question, its own or else the usual ones; `null` where its kind has none. */
export function boundsOf({ kind, min, max }: Question): Bounds | null {
  const bounds = usual[kind]
  return bounds === undefined ? null : { min: min ?? bounds.min, max: max ?? bounds.max }
}
