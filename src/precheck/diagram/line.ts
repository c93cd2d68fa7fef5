import { boundsOf } from '../bounds.js'
import { addDays, dayNumber, firstDay, lastDay } from '../day.js'
import type { Answer, Day } from '../rule-set.js'
import type { Asked } from './runs.js'

/** The answers to a question as a line of whole numbers: days since 1970, pieces, cents. */
export interface Line {
  readonly first: number
  readonly last: number
  readonly usual: number
  readonly answer: (position: number) => Answer
}

/** Every day that can be answered. */
export const calendar = { first: dayNumber(firstDay), last: dayNumber(lastDay) }

/** Births lie a generation back; everything else has just happened. */
export const usualBirth = (today: Day): number => dayNumber(today) - 14_000

export function lineOf(asked: Asked): Line {
  const { kind } = asked.question
  if (kind === 'date')
    return {
      ...calendar,
      usual: asksForAge(asked) ? usualBirth(asked.today) : dayNumber(asked.today),
      answer: (days) => addDays('1970-01-01', days),
    }
  const { min, max } = boundsOf(asked.question)!
  const scale = kind === 'euro' ? 100 : 1
  return {
    first: Math.round(min * scale),
    last: Math.round(max * scale),
    usual: Math.round(Math.max(min, kind === 'euro' ? 500 : 1) * scale),
    answer: (position) => position / scale,
  }
}

const asksForAge = ({ compiled: { slots }, atoms }: Asked): boolean =>
  atoms.some(({ slot }) => {
    const fact = slots[slot]!
    return fact.kind === 'derived' && fact.derived.function === 'ageOn'
  })
