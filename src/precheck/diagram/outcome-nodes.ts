import type { FindingKind, RuleSet } from '../rule-set.js'
import type { Diagrams, Node } from './diagrams.js'

/** What the verdict can come to before documents are looked at, from the strongest. */
export const ruleOutcomes = ['wrongAuthority', 'notEligible', 'needsReview', 'clear'] as const
export type RuleOutcome = (typeof ruleOutcomes)[number]

/** When the verdict comes to what before documents are looked at; exactly one holds for complete answers. */
export interface OutcomeNodes {
  readonly wrongAuthority: Node
  readonly notEligible: Node
  readonly needsReview: Node
  /** No finding decides: complete, or documents are missing. */
  readonly clear: Node
  /** No finding ends the case: documents and fees count. */
  readonly goesOn: Node
}

/** What the rules of a rule set come to together, by the strength of their findings. */
export function outcomeOf(diagrams: Diagrams, ruleSet: RuleSet, rules: readonly Node[]): OutcomeNodes {
  const anyOf = (kind: FindingKind) =>
    diagrams.any(rules.filter((_, i) => ruleSet.rules[i]!.finding === kind))
  const wrongAuthority = anyOf('wrongAuthority')
  const notWrong = diagrams.not(wrongAuthority)
  const notEligible = diagrams.and(anyOf('notEligible'), notWrong)
  const goesOn = diagrams.and(notWrong, diagrams.not(notEligible))
  const needsReview = diagrams.and(anyOf('needsReview'), goesOn)
  return {
    wrongAuthority,
    notEligible,
    needsReview,
    goesOn,
    clear: diagrams.and(goesOn, diagrams.not(needsReview)),
  }
}
