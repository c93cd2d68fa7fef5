import { compile } from '../compile.js'
import type { Day, RuleSet } from '../rule-set.js'
import type { Difference, SideNodes } from './difference.js'
import { documentDifferences, feeDifferences } from './due-differences.js'
import type { Node } from './diagrams.js'
import { mergeRuleSets, type Merged } from './merge-rule-sets.js'
import type { Side } from './merged-side.js'
import { outcomeOf } from './outcome-nodes.js'
import { drawDiagram, type RuleDiagram } from './rule-diagram.js'
import { verdictDifferences } from './verdict-differences.js'

export type { Difference } from './difference.js'

export interface Comparison {
  readonly differences: readonly Difference[]
  /** The diagram of both rule sets over the same citizens. */
  readonly diagram: RuleDiagram
}

/**
 * For which answers two rule sets of a service come to something else on the same day: verdict, needed documents,
 * fees. Documents and fees are compared where the application goes on in both. What only reads differently is no
 * difference.
 * @throws TooEntangled
 */
export function compareRuleSets(before: RuleSet, after: RuleSet, today: Day): Comparison {
  const merged = mergeRuleSets(before, after)
  const diagram = drawDiagram(compile(merged.ruleSet), today)
  const sides = [sideOf(diagram, before, 'before', merged), sideOf(diagram, after, 'after', merged)] as const
  return {
    diagram,
    differences: [
      ...verdictDifferences(diagram, ...sides),
      ...documentDifferences(diagram, ...sides),
      ...feeDifferences(diagram, ...sides),
    ],
  }
}

function sideOf(
  { diagrams, rules, documents, fees }: RuleDiagram,
  ruleSet: RuleSet,
  side: Side,
  { split }: Merged,
): SideNodes {
  const part = (nodes: readonly Node[], at: number) =>
    side === 'before' ? nodes.slice(0, at) : nodes.slice(at)
  const own = part(rules, split.rules)
  return {
    ruleSet,
    rules: own,
    documents: part(documents, split.documents),
    fees: part(fees, split.fees),
    outcome: outcomeOf(diagrams, ruleSet, own),
  }
}
