import type { Answers, RuleSet } from '../rule-set.js'
import { citizenIn } from './citizen.js'
import type { Node } from './diagrams.js'
import type { OutcomeNodes, RuleOutcome } from './outcome-nodes.js'
import type { RuleDiagram } from './rule-diagram.js'
import { shareOf } from './share.js'

/** A set of citizens for whom two rule sets differ in one way, for one cause. */
export interface Difference {
  readonly what:
    | { readonly kind: 'verdict'; readonly before: RuleOutcome; readonly after: RuleOutcome }
    | { readonly kind: 'document'; readonly id: string; readonly neededAfter: boolean }
    | {
        readonly kind: 'fee'
        readonly id: string
        readonly before: number | null | 'none'
        readonly after: number | null | 'none'
      }
  /** The rule that applies otherwise than before and changes the verdict; `null` for documents and fees. */
  readonly cause: string | null
  /** The share of all answers, 0 to 1. */
  readonly share: number
  readonly citizen: Answers | null
  /** For exactly which answers, in `comparison.diagram`. */
  readonly where: Node
  /**
   * The same without what holds for all of them anyway: that the application goes on (documents, fees), or that no
   * stronger finding and no other one decides (verdicts). Short enough to be told.
   */
  readonly mainly: Node
}

/** One of two rule sets in a diagram of both. */
export interface SideNodes {
  readonly ruleSet: RuleSet
  readonly rules: readonly Node[]
  readonly documents: readonly Node[]
  readonly fees: readonly Node[]
  readonly outcome: OutcomeNodes
}

export const differenceIn = (
  diagram: RuleDiagram,
  difference: Pick<Difference, 'what' | 'where' | 'mainly'> & Partial<Pick<Difference, 'cause'>>,
): Difference => ({
  cause: null,
  ...difference,
  share: shareOf(diagram, difference.where),
  citizen: citizenIn(diagram, difference.where),
})
