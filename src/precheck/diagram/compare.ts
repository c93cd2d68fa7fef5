import { compile } from '../compile.js'
import type { Outcome } from '../precheck.js'
import type { Answers, Day, RuleSet } from '../rule-set.js'
import { citizenIn } from './citizen.js'
import { no, type Diagrams, type Node } from './diagrams.js'
import { mergeRuleSets } from './merge-rule-sets.js'
import { drawDiagram, outcomeOf, type OutcomeNodes, type RuleDiagram } from './rule-diagram.js'
import { shareOf } from './share.js'

/** What the verdict comes to before documents are looked at. */
export type Standing = Exclude<Outcome, 'missingDocuments' | 'complete'> | 'clear'

/** A set of citizens for whom two rule sets differ in one way, for one cause. */
export interface Difference {
  readonly what:
    | { readonly kind: 'verdict'; readonly before: Standing; readonly after: Standing }
    | { readonly kind: 'document'; readonly id: string; readonly neededAfter: boolean }
    | {
        readonly kind: 'fee'
        readonly id: string
        readonly before: number | null | 'none'
        readonly after: number | null | 'none'
      }
  /** The rules whose own meaning changed and thereby this; empty where only when a question applies changed. */
  readonly causes: readonly string[]
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
  const sides = [
    { ruleSet: before, ...sideOf(diagram, before, 'before', merged.split) },
    { ruleSet: after, ...sideOf(diagram, after, 'after', merged.split) },
  ] as const
  return {
    diagram,
    differences: [
      ...verdictDifferences(diagram, ...sides),
      ...documentDifferences(diagram, ...sides),
      ...feeDifferences(diagram, ...sides),
    ],
  }
}

interface SideNodes {
  readonly ruleSet: RuleSet
  readonly rules: readonly Node[]
  readonly documents: readonly Node[]
  readonly fees: readonly Node[]
  readonly outcome: OutcomeNodes
}

function sideOf(
  { diagrams, rules, documents, fees }: RuleDiagram,
  ruleSet: RuleSet,
  side: 'before' | 'after',
  split: { readonly rules: number; readonly documents: number; readonly fees: number },
): Omit<SideNodes, 'ruleSet'> {
  const part = (nodes: readonly Node[], at: number) =>
    side === 'before' ? nodes.slice(0, at) : nodes.slice(at)
  const own = part(rules, split.rules)
  return {
    rules: own,
    documents: part(documents, split.documents),
    fees: part(fees, split.fees),
    outcome: outcomeOf(diagrams, ruleSet, own),
  }
}

const standings: readonly Standing[] = ['wrongAuthority', 'notEligible', 'needsReview', 'clear']

function verdictDifferences(diagram: RuleDiagram, before: SideNodes, after: SideNodes): Difference[] {
  const { diagrams } = diagram
  const changed = changedRules(diagrams, before, after)
  return standings.flatMap((from) =>
    standings
      .filter((to) => to !== from)
      .flatMap((to) => {
        const where = diagrams.and(before.outcome[from], after.outcome[to])
        const what = { kind: 'verdict', before: from, after: to } as const
        return byCause(diagrams, where, changed).map(({ causes, node, mainly }) =>
          differenceIn(diagram, what, causes, node, mainly),
        )
      }),
  )
}

interface ChangedRule {
  readonly id: string
  readonly where: Node
}

/** Rules that apply in one of the two and not in the other, and where. Notices decide nothing. */
function changedRules(diagrams: Diagrams, before: SideNodes, after: SideNodes): ChangedRule[] {
  const ruleOf = ({ ruleSet, rules }: SideNodes, id: string, finding?: string): Node => {
    const at = ruleSet.rules.findIndex((rule) => rule.id === id && (finding ?? rule.finding) === rule.finding)
    return at < 0 ? no : rules[at]!
  }
  const all = [...after.ruleSet.rules, ...before.ruleSet.rules].filter(({ finding }) => finding !== 'notice')
  return [...new Set(all.map(({ id }) => id))]
    .map((id) => {
      const now = after.ruleSet.rules.find((rule) => rule.id === id)
      const old = before.ruleSet.rules.find((rule) => rule.id === id)
      const sameFinding = now === undefined || old === undefined || now.finding === old.finding
      const where = sameFinding
        ? diagrams.differ(ruleOf(before, id), ruleOf(after, id))
        : diagrams.or(ruleOf(before, id), ruleOf(after, id))
      return { id, where }
    })
    .filter(({ where }) => where !== no)
}

/** Cuts a region into parts by the first changed rule that lies in each; what is left has no changed rule. */
function byCause(
  diagrams: Diagrams,
  region: Node,
  changed: readonly ChangedRule[],
): { readonly causes: readonly string[]; readonly node: Node; readonly mainly: Node }[] {
  const parts: { causes: readonly string[]; node: Node; mainly: Node }[] = []
  let left = region
  for (const { id, where } of changed) {
    const node = diagrams.and(left, where)
    if (node === no) continue
    parts.push({ causes: [id], node, mainly: where })
    left = diagrams.and(left, diagrams.not(where))
  }
  return left === no ? parts : [...parts, { causes: [], node: left, mainly: left }]
}

function documentDifferences(diagram: RuleDiagram, before: SideNodes, after: SideNodes): Difference[] {
  const { diagrams } = diagram
  const both = diagrams.and(before.outcome.goesOn, after.outcome.goesOn)
  const needIn = ({ ruleSet, documents }: SideNodes, id: string): Node => {
    const at = ruleSet.documents.findIndex((document) => document.id === id)
    return at < 0 ? no : documents[at]!
  }
  return idsOf(before.ruleSet.documents, after.ruleSet.documents).flatMap((id) =>
    [true, false].flatMap((neededAfter) => {
      const [more, less] = neededAfter ? [after, before] : [before, after]
      const mainly = diagrams.and(needIn(more, id), diagrams.not(needIn(less, id)))
      const where = diagrams.and(both, mainly)
      const what = { kind: 'document', id, neededAfter } as const
      return where === no ? [] : [differenceIn(diagram, what, [], where, mainly)]
    }),
  )
}

function feeDifferences(diagram: RuleDiagram, before: SideNodes, after: SideNodes): Difference[] {
  const { diagrams } = diagram
  const both = diagrams.and(before.outcome.goesOn, after.outcome.goesOn)
  const dueIn = ({ ruleSet, fees }: SideNodes, id: string) => {
    const at = ruleSet.fees.findIndex((fee) => fee.id === id)
    return at < 0
      ? { node: no, amount: 'none' as const }
      : { node: fees[at]!, amount: ruleSet.fees[at]!.amount }
  }
  return idsOf(before.ruleSet.fees, after.ruleSet.fees).flatMap((id) => {
    const old = dueIn(before, id)
    const now = dueIn(after, id)
    const regions = [
      { node: diagrams.and(old.node, now.node), before: old.amount, after: now.amount },
      { node: diagrams.and(old.node, diagrams.not(now.node)), before: old.amount, after: 'none' as const },
      { node: diagrams.and(now.node, diagrams.not(old.node)), before: 'none' as const, after: now.amount },
    ]
    return regions
      .filter((region) => region.before !== region.after)
      .map((region) => ({ ...region, where: diagrams.and(region.node, both) }))
      .filter(({ where }) => where !== no)
      .map(({ node, where, before: from, after: to }) =>
        differenceIn(diagram, { kind: 'fee', id, before: from, after: to }, [], where, node),
      )
  })
}

const idsOf = (...lists: readonly (readonly { readonly id: string }[])[]): string[] => [
  ...new Set(lists.flat().map(({ id }) => id)),
]

const differenceIn = (
  diagram: RuleDiagram,
  what: Difference['what'],
  causes: readonly string[],
  where: Node,
  mainly: Node,
): Difference => ({
  what,
  causes,
  share: shareOf(diagram, where),
  citizen: citizenIn(diagram, where),
  where,
  mainly,
})
