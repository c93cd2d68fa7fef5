import { factsFor, valueOf, type CompiledRuleSet } from '../compile.js'
import { addDays, dayNumber } from '../day.js'
import type { Answer, Day, Question } from '../rule-set.js'
import { readsOnce, type Atom } from './atoms.js'

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

/** The runs of a question whose answers have an order, the lowest first. */
export function runsOf(asked: Asked): Run[] {
  const line = lineOf(asked)
  const starts = new Set([line.first, ...asked.atoms.flatMap((atom) => turnsOf(asked, atom, line))])
  const sorted = [...starts].toSorted((a, b) => a - b)
  return sorted.map((start, i) => {
    const end = (sorted[i + 1] ?? line.last + 1) - 1
    return {
      from: start === line.first ? null : line.answer(start),
      to: end === line.last ? null : line.answer(end),
      sample: line.answer(Math.min(Math.max(start, line.usual), end)),
    }
  })
}

/** An ordered kind as a line of whole numbers: days since 1970, pieces, cents. */
interface Line {
  readonly first: number
  readonly last: number
  readonly usual: number
  readonly answer: (position: number) => Answer
}

function lineOf({ question: { kind, min = 0, max = 1_000_000_000 }, today, compiled, atoms }: Asked): Line {
  if (kind === 'date')
    return {
      first: dayNumber('1850-01-01'),
      last: dayNumber('2199-12-31'),
      usual: dayNumber(today) - (atoms.some((atom) => isAge(compiled, atom)) ? 14_000 : 0),
      answer: (days) => addDays('1970-01-01', days),
    }
  const scale = kind === 'euro' ? 100 : 1
  return {
    first: min * scale,
    last: max * scale,
    usual: Math.max(min, kind === 'euro' ? 500 : 1) * scale,
    answer: (position) => position / scale,
  }
}

const isAge = ({ slots }: CompiledRuleSet, { slot }: Atom): boolean => {
  const fact = slots[slot]!
  return fact.kind === 'derived' && fact.derived.function === 'ageOn'
}

type Test = (position: number) => boolean

/** The positions at which a comparison comes out otherwise than just before. */
function turnsOf({ compiled, question, today }: Asked, { slot, leaf }: Atom, line: Line): number[] {
  if (leaf.operator === 'isUnknown') return []
  const fact = (position: number) =>
    valueOf(factsFor(compiled, { [question.id]: line.answer(position) }, today), slot) as string | number
  const tests = ([leaf.value].flat() as (string | number)[]).flatMap((constant): Test[] => [
    (position) => fact(position) >= constant,
    (position) => fact(position) > constant,
  ])
  // Every function of the library rises or falls with each argument, so there is at most one turn; a fact that reads
  // its question twice may turn anywhere.
  const turns = readsOnce(compiled, slot, compiled.slotOf.get(question.id)!) ? onlyTurn : everyTurn
  return tests.flatMap((test) => turns(test, line))
}

function onlyTurn(test: Test, { first, last }: Line): number[] {
  const atFirst = test(first)
  if (test(last) === atFirst) return []
  let before = first
  let after = last
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (test(middle) === atFirst) before = middle
    else after = middle
  }
  return [after]
}

/** Looks at every position: all days of the calendar that can be answered, or as many of the lowest numbers. */
function everyTurn(test: Test, { first, last }: Line): number[] {
  const turns: number[] = []
  let before = test(first)
  for (let position = first + 1; position <= Math.min(last, first + 130_000); position++) {
    const now = test(position)
    if (now !== before) turns.push(position)
    before = now
  }
  return turns
}
