import { differenceIn, type Difference, type SideNodes } from './difference.js'
import { no, type Diagrams, type Node } from './diagrams.js'
import { ruleOutcomes } from './outcome-nodes.js'
import type { RuleDiagram } from './rule-diagram.js'

/** Where the verdict changes from one standing to another, by the rule that makes it do so. */
export function verdictDifferences(diagram: RuleDiagram, before: SideNodes, after: SideNodes): Difference[] {
  const { diagrams } = diagram
  const changed = changedRules(diagrams, before, after)
  const changes = ruleOutcomes.flatMap((from) =>
    ruleOutcomes
      .filter((to) => to !== from)
      .map((to) => ({ kind: 'verdict', before: from, after: to }) as const),
  )
  return changes.flatMap((what) => {
    const region = diagrams.and(before.outcome[what.before], after.outcome[what.after])
    return byCause(diagrams, region, changed).map((part) => differenceIn(diagram, { what, ...part }))
  })
}

interface ChangedRule {
  readonly id: string
  readonly where: Node
}

/** Rules that apply in one of the two and not in the other, and where. Notices decide nothing. */
function changedRules(diagrams: Diagrams, before: SideNodes, after: SideNodes): ChangedRule[] {
  const deciding = [...after.ruleSet.rules, ...before.ruleSet.rules].filter(
    ({ finding }) => finding !== 'notice',
  )
  return [...new Set(deciding.map(({ id }) => id))]
    .map((id) => {
      const [old, now] = [ruleIn(before, id), ruleIn(after, id)]
      // A rule that finds something else than before differs wherever it applies.
      const sameFinding = old === null || now === null || old.finding === now.finding
      const [a, b] = [old?.node ?? no, now?.node ?? no]
      return { id, where: sameFinding ? diagrams.differ(a, b) : diagrams.or(a, b) }
    })
    .filter(({ where }) => where !== no)
}

function ruleIn({ ruleSet, rules }: SideNodes, id: string): { node: Node; finding: string } | null {
  const at = ruleSet.rules.findIndex((rule) => rule.id === id)
  return at < 0 ? null : { node: rules[at]!, finding: ruleSet.rules[at]!.finding }
}

/** Cuts a region into parts by the first changed rule that lies in each: without one, no verdict changes. */
function byCause(
  diagrams: Diagrams,
  region: Node,
  changed: readonly ChangedRule[],
): Pick<Difference, 'cause' | 'where' | 'mainly'>[] {
  const parts: Pick<Difference, 'cause' | 'where' | 'mainly'>[] = []
  let left = region
  for (const { id, where } of changed) {
    const part = diagrams.and(left, where)
    if (part === no) continue
    parts.push({ cause: id, where: part, mainly: where })
    left = diagrams.and(left, diagrams.not(where))
  }
  return parts
}
