import { boundsOf, type Bounds } from '../bounds.js'
import type { Question, RuleSet } from '../rule-set.js'
import type { NameIn } from './merged-side.js'

/** The questions that two rule sets ask alike: with the same id, for the same kind of answer. */
export const sharedQuestions = (before: RuleSet, after: RuleSet): Set<string> =>
  new Set(
    before.questions
      .filter(({ id, kind }) => after.questions.some((other) => other.id === id && other.kind === kind))
      .map(({ id }) => id),
  )

/**
 * All questions of two rule sets, each for all that could be answered on either side: the new order first, and after
 * it what only the old rule set asks.
 */
export function mergeQuestions(before: RuleSet, after: RuleSet, nameIn: NameIn): Question[] {
  const old = new Map(before.questions.map((question) => [nameIn('before', question.id), question]))
  const now = new Map(after.questions.map((question) => [nameIn('after', question.id), question]))
  return [...new Set([...now.keys(), ...old.keys()])].map((id) => {
    const question = together(old.get(id), now.get(id))
    // When a question applies, and what for, can differ between the sides.
    const { askWhen: _askWhen, for: _for, ...rest } = question
    return { ...rest, id }
  })
}

function together(old: Question | undefined, now: Question | undefined): Question {
  if (old === undefined || now === undefined) return (old ?? now)!
  const isGone = ({ value }: { value: string }) => !now.options?.some((option) => option.value === value)
  const { min: _min, max: _max, ...rest } = now
  return {
    ...rest,
    ...(now.options === undefined
      ? {}
      : { options: [...now.options, ...(old.options ?? []).filter(isGone)] }),
    ...(old.mayBeUnknown === true || now.mayBeUnknown === true ? { mayBeUnknown: true } : {}),
    ...widerBounds(boundsOf(old), boundsOf(now)),
  }
}

const widerBounds = (a: Bounds | null, b: Bounds | null): Partial<Bounds> =>
  a === null || b === null ? {} : { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) }
