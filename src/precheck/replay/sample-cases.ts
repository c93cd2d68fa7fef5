import type { CompiledRuleSet } from '../compile.js'
import { addDays } from '../day.js'
import type { Answer, Day, Evidence, NeededDocument, WaySeen } from '../rule-set.js'
import { codesFor, type Column } from './column.js'
import { columnName, decidingQuestions, type PastCases } from './past-cases.js'
import { oneOf, randomFrom, type Random } from './random.js'
import { daysLater, sampleAnswers } from './sample-answers.js'

export interface SampleSize {
  readonly count: number
  readonly seed: number
  /** The first day at the counter; the others follow within a year. */
  readonly from: Day
}

const workingDays = 250

/**
 * Invents cases for rule sets of one service, for authors who have no past ones: random citizens who answer everything,
 * each question for itself. The same seed invents the same cases.
 */
export function sampleCases(
  ruleSets: readonly CompiledRuleSet[],
  { count, seed, from }: SampleSize,
): PastCases {
  const random = randomFrom(seed)
  const days = Uint8Array.from({ length: count }, () => Math.floor(random() * workingDays))
  const answers = new Map<string, Column<Answer>>()
  for (const [name, own] of questionsOf(ruleSets)) {
    const pool = own.flatMap(([compiled, question]) => sampleAnswers(compiled, question, from, random))
    const { kind } = own[0]![1]
    answers.set(
      name,
      drawn(
        pool,
        kind === 'date' || kind === 'persons' ? (answer, day) => daysLater(answer, kind, day) : null,
        {
          days,
          random,
        },
      ),
    )
  }
  const documents = new Map(
    ruleSets.flatMap(({ ruleSet }) => ruleSet.documents).map((document) => [document.id, document]),
  )
  return {
    service: ruleSets[0]!.ruleSet.service,
    count,
    today: {
      codes: days,
      values: Array.from({ length: workingDays }, (_, day) => addDays(from, day)),
    },
    answers,
    evidence: new Map(
      [...documents].map(([id, document]) => [
        id,
        drawn(sampleEvidence(document, from, random), document.maxAge === null ? null : issuedLater, {
          days,
          random,
        }),
      ]),
    ),
  }
}

const questionsOf = (ruleSets: readonly CompiledRuleSet[]) =>
  Map.groupBy(
    ruleSets.flatMap((compiled) =>
      decidingQuestions(compiled).map((question) => [compiled, question] as const),
    ),
    ([, question]) => columnName(question),
  )

/** Most people bring what they were told to bring. */
const usualWays: readonly (WaySeen | null)[] = [
  ...Array<WaySeen>(16).fill('originalSeen'),
  'copyTaken',
  'copyTaken',
  'willBeBrought',
  'authorityFetches',
  null,
]

const sampleEvidence = ({ maxAge }: NeededDocument, from: Day, random: Random): (Evidence | undefined)[] =>
  Array.from({ length: 60 }, () => {
    const seen = oneOf(usualWays, random)
    if (seen === null) return undefined
    return maxAge === null ? { seen } : { seen, issuedOn: addDays(from, -Math.floor(400 ** random())) }
  })

const issuedLater = ({ issuedOn, ...evidence }: Evidence, days: number): Evidence =>
  issuedOn === undefined ? evidence : { ...evidence, issuedOn: addDays(issuedOn, days) }

interface Draw {
  /** The day of each case, counted from the first. */
  readonly days: Uint8Array
  readonly random: Random
}

/** @param later what a value is some days later, if it depends on the day */
function drawn<Value>(
  pool: readonly (Value | undefined)[],
  later: ((value: Value, days: number) => Value) | null,
  { days, random }: Draw,
): Column<Value> {
  const places = new Map<string, number>([['undefined', 0]])
  const values: (Value | undefined)[] = [undefined]
  const placeOf = (value: Value | undefined): number => {
    const key = String(JSON.stringify(value))
    const place = places.get(key) ?? values.push(value) - 1
    places.set(key, place)
    return place
  }
  const shifts = later === null ? 1 : workingDays
  const table = Uint32Array.from({ length: pool.length * shifts }, (_, i) => {
    const value = pool[Math.floor(i / shifts)]
    return placeOf(value === undefined || later === null ? value : later(value, i % shifts))
  })
  const codes = codesFor(values.length, days.length)
  for (let at = 0; at < codes.length; at++)
    codes[at] = table[Math.floor(random() * pool.length) * shifts + (later === null ? 0 : days[at]!)]!
  return { codes, values }
}
