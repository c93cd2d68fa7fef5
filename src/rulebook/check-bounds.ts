import { boundsOf } from '../precheck/bounds.js'
import type { Question, QuestionKind } from '../precheck/rule-set.js'
import type { Report } from './known-facts.js'

const sides = ['min', 'max'] as const
/** Of what cannot be fewer, whatever the question says. */
const fewest: Partial<Record<QuestionKind, number>> = { persons: 0, text: 1, personName: 1 }

/** Nobody could answer a question whose bounds leave nothing between them, and nothing could be worked out of it. */
export function checkBounds(question: Question, pointer: string, report: Report): void {
  const { kind } = question
  const bounds = boundsOf(question)
  const given = sides.filter((side) => question[side] !== undefined)
  for (const side of given) {
    if (bounds === null) report(`${pointer}/${side}`, `„${side}“ gibt es bei ${kind} nicht.`)
    else if (!isCounted(bounds[side], kind === 'euro' ? 100 : 1))
      report(`${pointer}/${side}`, `Erwartet wird ${kind === 'euro' ? 'ein Betrag' : 'eine ganze Zahl'}.`)
  }
  if (bounds === null || given.length === 0) return
  if (Math.max(bounds.min, fewest[kind] ?? -Infinity) > bounds.max)
    report(
      `${pointer}/${given.at(-1)}`,
      `Das lässt keine Antwort zu: mindestens ${bounds.min}, höchstens ${bounds.max}.`,
    )
}

/** Whether the number is whole in pieces or in cents, and small enough to be exact. */
const isCounted = (number: number, scale: number): boolean => {
  const counted = Math.round(number * scale)
  return Number.isSafeInteger(counted) && counted / scale === number
}
