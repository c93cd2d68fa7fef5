import type { CompiledRuleSet } from '../compile.js'
import { atomsOf, rootsOf } from '../diagram/atoms.js'
import type { Answer, Day, Evidence, Person, Question } from '../rule-set.js'
import type { Column } from './column.js'

/** Cases as columns: what was answered to the questions that decide, and how documents were seen. */
export interface PastCases {
  readonly service: string
  readonly count: number
  /** The day at the counter. */
  readonly today: Column<Day>
  /** By `columnName`. */
  readonly answers: ReadonlyMap<string, Column<Answer>>
  /** By document id. */
  readonly evidence: ReadonlyMap<string, Column<Evidence>>
}

/** A question that means something else in another rule set under the same id is told apart by its kind. */
export const columnName = ({ id, kind }: Pick<Question, 'id' | 'kind'>): string => `${id}:${kind}`

/**
 * The questions whose answers a condition looks at, directly or through a derived fact. No condition can look at names,
 * addresses, free texts, plates or bank accounts.
 */
export function decidingQuestions(compiled: CompiledRuleSet): Question[] {
  const slots = [...atomsOf(compiled).values()].flatMap(({ slot }) => rootsOf(compiled, slot))
  const ids = new Set(slots.map((slot) => compiled.slots[slot]!.id))
  return compiled.ruleSet.questions.filter(({ id }) => ids.has(id))
}

/** An answer without what decides nothing: of persons only the days of birth count. */
export const onlyDeciding = ({ kind }: Question, answer: Answer): Answer =>
  kind === 'persons' && Array.isArray(answer)
    ? (answer as readonly Person[]).map(({ birthDate }) => (birthDate === undefined ? {} : { birthDate }))
    : answer
