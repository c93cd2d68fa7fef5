import { factsFor, valueOf } from '../compile.js'
import { constantsOf } from './atoms.js'
import { directionOf } from './direction.js'
import type { Line } from './line.js'
import type { Asked } from './runs.js'

type Value = string | number
/** Where a value lies among constants: below, at, between or above them, as one number. */
type Rank = (position: number) => number

/** The positions along a line at which a comparison comes out otherwise than just before. */
export function turnsOf(asked: Asked, line: Line): number[] {
  const bySlot = Map.groupBy(asked.atoms, ({ slot }) => slot)
  return [...bySlot].flatMap(([slot, atoms]) =>
    turnsAt(asked, line, slot, atoms.flatMap(constantsOf) as Value[]),
  )
}

/** The same for one fact and some constants. */
export function turnsAt(asked: Asked, line: Line, slot: number, constants: readonly Value[]): number[] {
  const { compiled, question, today } = asked
  const rank: Rank = (position) => {
    const facts = factsFor(compiled, { [question.id]: line.answer(position) }, today)
    return rankAmong(constants, valueOf(facts, slot) as Value)
  }
  const direction = directionOf(compiled.slots, slot, compiled.slotOf.get(question.id)!)
  if (constants.length === 0 || direction === null) return []
  if (direction !== 'mixed') return turnsBetween(rank, line.first, line.last)
  return question.kind === 'date' || question.kind === 'persons'
    ? everyTurn(rank, line.first, line.last)
    : turnsOfRoundedLine(rank, line)
}

function rankAmong(constants: readonly Value[], value: Value): number {
  let rank = 0
  for (const constant of constants) rank += value > constant ? 2 : value === constant ? 1 : 0
  return rank
}

/** Where a function that rises or falls all the way changes. */
function turnsBetween(rank: Rank, first: number, last: number): number[] {
  const turns: number[] = []
  const search = (from: number, atFrom: number, to: number, atTo: number): void => {
    if (atFrom === atTo) return
    if (to - from === 1) return void turns.push(to)
    const middle = Math.floor((from + to) / 2)
    const atMiddle = rank(middle)
    search(from, atFrom, middle, atMiddle)
    search(middle, atMiddle, to, atTo)
  }
  search(first, rank(first), last, rank(last))
  return turns
}

/** Where any function changes: looks at every position. */
function everyTurn(rank: Rank, first: number, last: number): number[] {
  const turns: number[] = []
  let before = rank(first)
  for (let position = first + 1; position <= last; position++) {
    const now = rank(position)
    if (now !== before) turns.push(position)
    before = now
  }
  return turns
}

/** Twenty euros, or as many pieces. */
const reachOfRounding = 2_000

/**
 * A sum of amounts that rise and fall with a question is a straight line but for rounding: it turns near the one
 * place where the line does, or at an end.
 */
function turnsOfRoundedLine(rank: Rank, { first, last }: Line): number[] {
  const near = [first, ...turnsBetween(rank, first, last), last]
  return near.flatMap((position) =>
    everyTurn(rank, Math.max(first, position - reachOfRounding), Math.min(last, position + reachOfRounding)),
  )
}
