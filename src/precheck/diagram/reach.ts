import type { Outcome } from '../precheck.js'
import { findingKinds, type Condition, type FindingKind } from '../rule-set.js'
import { contradictionIn } from './contradiction.js'
import { no, yes, type Node } from './diagrams.js'
import type { RuleDiagram } from './rule-diagram.js'
import { shareOf } from './share.js'

/** When a rule, a document or a fee comes into play, over all answers that can be given. */
export interface Reach {
  readonly id: string
  readonly when: 'never' | 'sometimes' | 'always'
  /** The share of all answers, 0 to 1. */
  readonly share: number
  /** Of what never applies: the parts of its condition that exclude each other, if that is why. */
  readonly contradiction: readonly Condition[]
}

export interface RuleReach extends Reach {
  readonly finding: FindingKind
  /** Whether it ever decides: not if stronger findings always apply where it does. */
  readonly decides: boolean
  /** The stronger rules behind which it is hidden; empty if it decides. */
  readonly hiddenBehind: readonly string[]
}

/** Of a document or a fee. */
export interface DocumentReach extends Reach {
  /** Needed only where the application cannot succeed anyway. */
  readonly neverCounts: boolean
}

const reachOf = (diagram: RuleDiagram, node: Node, id: string, condition: Condition | undefined): Reach => ({
  id,
  contradiction: node === no ? contradictionIn(diagram, condition) : [],
  when: node === no ? 'never' : node === yes ? 'always' : 'sometimes',
  share: shareOf(diagram, node),
})

export function documentReach(diagram: RuleDiagram, node: Node, i: number): DocumentReach {
  const { id, neededWhen } = diagram.compiled.ruleSet.documents[i]!
  return dueReach(diagram, reachOf(diagram, node, id, neededWhen), node)
}

export function feeReach(diagram: RuleDiagram, node: Node, i: number): DocumentReach {
  const { id, when } = diagram.compiled.ruleSet.fees[i]!
  return dueReach(diagram, reachOf(diagram, node, id, when), node)
}

const dueReach = (diagram: RuleDiagram, reach: Reach, node: Node): DocumentReach => ({
  ...reach,
  neverCounts: diagram.diagrams.and(node, diagram.outcome.goesOn) === no,
})

export function ruleReach(diagram: RuleDiagram, node: Node, i: number): RuleReach {
  const { diagrams, compiled } = diagram
  const { id, finding, when } = compiled.ruleSet.rules[i]!
  const stronger = strongerThan(finding, diagram)
  const free = diagrams.and(node, diagrams.not(diagrams.any(stronger.map((rule) => rule.node))))
  const isHidden = free === no && node !== no
  const before = isHidden ? stronger.filter((rule) => diagrams.and(node, rule.node) !== no) : []
  return {
    ...reachOf(diagram, node, id, when),
    finding,
    decides: free !== no,
    hiddenBehind: before.map((rule) => rule.id),
  }
}

/** A notice decides nothing, so nothing hides it. */
function strongerThan(finding: FindingKind, { compiled, rules }: RuleDiagram): { id: string; node: Node }[] {
  const rank = findingKinds.indexOf(finding)
  if (finding === 'notice') return []
  return compiled.ruleSet.rules.flatMap((rule, at) =>
    findingKinds.indexOf(rule.finding) < rank ? [{ id: rule.id, node: rules[at]! }] : [],
  )
}

/** Every verdict that can come out, as if no document were there. */
export function outcomeShares(diagram: RuleDiagram): { outcome: Outcome; share: number }[] {
  const { diagrams, outcome, documents } = diagram
  const { wrongAuthority, notEligible, needsReview, clear } = outcome
  const nodes: Record<Outcome, Node> = {
    wrongAuthority,
    notEligible,
    needsReview,
    missingDocuments: diagrams.and(clear, diagrams.any(documents)),
    // A needed document can be there, so every clear case can be complete.
    complete: clear,
  }
  return (Object.keys(nodes) as Outcome[])
    .filter((one) => nodes[one] !== no)
    .map((one) => ({ outcome: one, share: shareOf(diagram, nodes[one]) }))
}
