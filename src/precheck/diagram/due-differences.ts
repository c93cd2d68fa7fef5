import { differenceIn, type Difference, type SideNodes } from './difference.js'
import { no, type Node } from './diagrams.js'
import type { RuleDiagram } from './rule-diagram.js'

/** Documents that are needed on one side alone, where the application goes on in both. */
export function documentDifferences(diagram: RuleDiagram, before: SideNodes, after: SideNodes): Difference[] {
  const { diagrams } = diagram
  const both = diagrams.and(before.outcome.goesOn, after.outcome.goesOn)
  return idsOf(before.ruleSet.documents, after.ruleSet.documents).flatMap((id) =>
    [true, false].flatMap((neededAfter) => {
      const [more, less] = neededAfter ? [after, before] : [before, after]
      const mainly = diagrams.and(needIn(more, id), diagrams.not(needIn(less, id)))
      const where = diagrams.and(both, mainly)
      const what = { kind: 'document', id, neededAfter } as const
      return where === no ? [] : [differenceIn(diagram, { what, where, mainly })]
    }),
  )
}

function needIn({ ruleSet, documents }: SideNodes, id: string): Node {
  const at = ruleSet.documents.findIndex((document) => document.id === id)
  return at < 0 ? no : documents[at]!
}

/** Fees that are due on one side alone or with another amount, where the application goes on in both. */
export function feeDifferences(diagram: RuleDiagram, before: SideNodes, after: SideNodes): Difference[] {
  const { diagrams } = diagram
  const both = diagrams.and(before.outcome.goesOn, after.outcome.goesOn)
  return idsOf(before.ruleSet.fees, after.ruleSet.fees).flatMap((id) => {
    const [old, now] = [feeIn(before, id), feeIn(after, id)]
    const without = (more: Node, less: Node) => diagrams.and(more, diagrams.not(less))
    return [
      { mainly: diagrams.and(old.node, now.node), before: old.amount, after: now.amount },
      { mainly: without(old.node, now.node), before: old.amount, after: 'none' as const },
      { mainly: without(now.node, old.node), before: 'none' as const, after: now.amount },
    ].flatMap(({ mainly, ...amounts }) => {
      const where = diagrams.and(mainly, both)
      const what = { kind: 'fee', id, ...amounts } as const
      const differs = amounts.before !== amounts.after && where !== no
      return differs ? [differenceIn(diagram, { what, where, mainly })] : []
    })
  })
}

function feeIn({ ruleSet, fees }: SideNodes, id: string): { node: Node; amount: number | null | 'none' } {
  const at = ruleSet.fees.findIndex((fee) => fee.id === id)
  return at < 0 ? { node: no, amount: 'none' } : { node: fees[at]!, amount: ruleSet.fees[at]!.amount }
}

const idsOf = (...lists: readonly (readonly { readonly id: string }[])[]): string[] => [
  ...new Set(lists.flat().map(({ id }) => id)),
]
