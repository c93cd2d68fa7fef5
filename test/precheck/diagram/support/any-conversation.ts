import fc from 'fast-check'
import type { Answers, EvidenceList, RuleSet } from '../../../../src/precheck/rule-set.js'
import { completions } from './brute-force.js'

/** A rule set with some answers and documents, small enough to go through all that can still be answered. */
export interface Conversation {
  readonly ruleSet: RuleSet
  readonly given: Answers
  readonly evidence: EvidenceList
}

export const anyConversation = (ruleSets: fc.Arbitrary<RuleSet>): fc.Arbitrary<Conversation> =>
  fc
    .record({
      ruleSet: ruleSets,
      at: fc.nat(),
      keep: fc.array(fc.boolean(), { minLength: 8 }),
      isSeen: fc.boolean(),
    })
    .map(({ ruleSet, at, keep, isSeen }) => {
      const all = completions(ruleSet)
      if (all === null) return null
      const given = Object.fromEntries(Object.entries(all[at % all.length]!).filter((_, i) => keep[i]))
      return { ruleSet, given, evidence: isSeen ? { d0: { seen: 'originalSeen' as const } } : {} }
    })
    .filter((conversation) => conversation !== null)
