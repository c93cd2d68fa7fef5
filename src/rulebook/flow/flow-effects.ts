import { eurosInWords } from '../../precheck/answer-in-words.js'
import { no, yes, type Diagrams, type Node } from '../../precheck/diagram/diagrams.js'
import type { RuleDiagram } from '../../precheck/diagram/rule-diagram.js'
import type { FindingKind } from '../../precheck/rule-set.js'

/** What becomes certain with an answer. */
export interface FlowEffect {
  readonly kind: Exclude<FindingKind, 'notice'> | 'document' | 'fee'
  readonly id: string
  readonly text: string
  /** `false`: not for everybody who is asked and answers so, but only with certain earlier answers. */
  readonly isSure: boolean
}

/** The effects of all rules, documents and fees; notices decide nothing and are left out. */
export interface PartEffects {
  readonly always: readonly FlowEffect[]
  readonly at: readonly { readonly effect: FlowEffect; readonly variable: number; readonly cell: number }[]
}

export function effectsIn(diagram: RuleDiagram): PartEffects {
  const parts = partsOf(diagram)
  const asked = new Map<number, Node>()
  const whoAnswers = (variable: number, cell: number): Node => {
    const { diagrams, axes } = diagram
    const whoIsAsked =
      asked.get(variable) ?? diagrams.any(diagram.results.map((node) => testing(diagrams, node, variable)))
    asked.set(variable, whoIsAsked)
    const so = axes[variable]!.cells.map((_, one) => one === cell)
    return diagrams.and(whoIsAsked, diagrams.literal(variable, so))
  }
  return {
    always: parts.filter(({ node }) => node === yes).map(({ effect }) => ({ ...effect, isSure: true })),
    at: parts.flatMap(({ effect, node }) =>
      placesOf(diagram.diagrams, node).flatMap(({ variable, cell }) => {
        const { diagrams } = diagram
        const concerned = whoAnswers(variable, cell)
        if (diagrams.and(concerned, node) === no) return []
        const isSure = diagrams.and(concerned, diagrams.not(node)) === no
        return [{ effect: { ...effect, isSure }, variable, cell }]
      }),
    ),
  }
}

/** What becomes certain when a variable is found in a cell; each part once. */
export function effectsOf({ at }: PartEffects, variable: number, cell: number): FlowEffect[] {
  const found = new Map<string, FlowEffect>()
  for (const each of at)
    if (each.variable === variable && each.cell === cell)
      found.set(`${each.effect.kind} ${each.effect.id}`, each.effect)
  return [...found.values()]
}

interface Part {
  readonly effect: Omit<FlowEffect, 'isSure'>
  readonly node: Node
}

function partsOf({ compiled: { ruleSet }, rules, documents, fees }: RuleDiagram): Part[] {
  return [
    ...ruleSet.rules.flatMap(({ id, finding }, i) =>
      finding === 'notice' ? [] : [{ effect: { kind: finding, id, text: id }, node: rules[i]! }],
    ),
    ...ruleSet.documents.map(({ id, name }, i) => ({
      effect: { kind: 'document' as const, id, text: name },
      node: documents[i]!,
    })),
    ...ruleSet.fees.map(({ id, name, amount }, i) => ({
      effect: {
        kind: 'fee' as const,
        id,
        text: `${name ?? id}: ${amount === null ? 'vor Ort nachzusehen' : eurosInWords(amount)}`,
      },
      node: fees[i]!,
    })),
  ]
}

/** The tests with which a function becomes certain to hold. */
function placesOf(diagrams: Diagrams, root: Node): { readonly variable: number; readonly cell: number }[] {
  const seen = new Set<Node>()
  const visit = (node: Node): { variable: number; cell: number }[] => {
    if (node <= yes || seen.has(node)) return []
    seen.add(node)
    const variable = diagrams.variableOf(node)
    return diagrams
      .branchesOf(node)
      .flatMap((branch, cell) => (branch === yes ? [{ variable, cell }] : visit(branch)))
  }
  return visit(root)
}

/** With which earlier answers a function still depends on a variable when it is its turn. */
function testing(diagrams: Diagrams, root: Node, variable: number): Node {
  const known = new Map<Node, Node>()
  const visit = (node: Node): Node => {
    const at = diagrams.variableOf(node)
    if (at >= variable) return at === variable ? yes : no
    const before = known.get(node)
    if (before !== undefined) return before
    const found = diagrams.node(at, diagrams.branchesOf(node).map(visit))
    known.set(node, found)
    return found
  }
  return visit(root)
}
