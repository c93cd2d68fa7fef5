import type { RuleSet } from '../rule-set.js'
import { mergeQuestions, sharedQuestions } from './merge-questions.js'
import { MergedSide, type NameIn, type Side } from './merged-side.js'
import { sharedFacts } from './shared-facts.js'

export type { Side } from './merged-side.js'

/**
 * Two rule sets of a service as one over the same citizens, so that one diagram holds both. Questions with the same
 * id and kind are one question, derived facts worked out alike from the same are one fact; everything else is told
 * apart by a sign before its id. When a question applies can differ between the two, so `askWhen` moves into every
 * comparison.
 */
export interface Merged {
  readonly ruleSet: RuleSet
  /** Where the parts of each side begin in the lists of the merged rule set. */
  readonly split: { readonly rules: number; readonly documents: number; readonly fees: number }
  readonly nameIn: NameIn
}

/** `~` is no letter of an id, so nothing can be called like this already. */
const apart: Record<Side, string> = { before: 'before~', after: 'after~' }

/** One rule set with the parts of both: what is alike stands in it once, and each side keeps its own names. */
export function mergeRuleSets(before: RuleSet, after: RuleSet): Merged {
  const questions = sharedQuestions(before, after)
  const shared = new Set([...questions, ...sharedFacts(before, after, questions)])
  const nameIn = (side: Side, fact: string): string =>
    fact === 'today' || shared.has(fact) ? fact : `${apart[side]}${fact}`
  const left = new MergedSide(before, 'before', nameIn)
  const right = new MergedSide(after, 'after', nameIn)
  return {
    nameIn,
    split: { rules: before.rules.length, documents: before.documents.length, fees: before.fees.length },
    ruleSet: {
      ...after,
      questions: mergeQuestions(before, after, nameIn),
      derived: [...left.derived().filter(({ fact }) => !shared.has(fact)), ...right.derived()],
      documents: [...left.documents(), ...right.documents()],
      rules: [...left.rules(), ...right.rules()],
      fees: [...left.fees(), ...right.fees()],
    },
  }
}
