import type { CompiledRuleSet } from '../compile.js'
import type { Answer, Day, Question, QuestionKind } from '../rule-set.js'
import type { Atom } from './atoms.js'
import { lineOf, type Line } from './line.js'
import { turnsOf } from './turns.js'

/** A question with the comparisons that it alone decides, on a day. */
export interface Asked {
  readonly compiled: CompiledRuleSet
  readonly question: Question
  readonly atoms: readonly Atom[]
  readonly today: Day
}

/** Neighbouring days, numbers or amounts among which no comparison comes out differently. */
export interface Run {
  /** `null`: from the very first answer on. */
  readonly from: Answer | null
  /** `null`: to the very last answer. */
  readonly to: Answer | null
  /** The answer in it that is nearest to a usual one. */
  readonly sample: Answer
}

export const isOrdered = (kind: QuestionKind): boolean =>
  kind === 'date' || kind === 'integer' || kind === 'euro'

/** The runs of a question whose answers have an order, the lowest first. */
export function runsOf(asked: Asked): Run[] {
  const line = lineOf(asked)
  return runsAlong(line, turnsOf(asked, line))
}

/** @param turns positions at which something comes out otherwise than just before */
export function runsAlong(line: Line, turns: readonly number[]): Run[] {
  const starts = [...new Set([line.first, ...turns])].toSorted((a, b) => a - b)
  return starts.map((start, i) => {
    const end = (starts[i + 1] ?? line.last + 1) - 1
    return {
      from: start === line.first ? null : line.answer(start),
      to: end === line.last ? null : line.answer(end),
      sample: line.answer(Math.min(Math.max(start, line.usual), end)),
    }
  })
}
