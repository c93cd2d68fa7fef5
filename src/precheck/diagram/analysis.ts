import type { Outcome } from '../precheck.js'
import { findingKinds, type Answers, type FindingKind } from '../rule-set.js'
import { citizenIn } from './citizen.js'
import { no, yes, type Node } from './diagrams.js'
import { questionsInAll, type QuestionsLeft } from './questions-left.js'
import type { RuleDiagram } from './rule-diagram.js'
import { shareOf } from './share.js'

/** When a rule, a document or a fee comes into play, over all answers that can be given. */
export interface Reach {
  readonly id: string
  readonly when: 'never' | 'sometimes' | 'always'
  /** The share of all answers, 0 to 1. */
  readonly share: number
}

export interface RuleReach extends Reach {
  readonly finding: FindingKind
  /** Whether it ever decides: not if stronger findings always apply where it does. */
  readonly decides: boolean
  /** The stronger rules behind which it is hidden; empty if it decides. */
  readonly hiddenBehind: readonly string[]
}

export interface DocumentReach extends Reach {
  /** Needed only where the application cannot succeed anyway. */
  readonly neverCounts: boolean
}

/** A citizen for whom the rule set says nothing where it should say something. */
export interface Gap {
  readonly kind: 'noFee' | 'unknownWithoutConsequence'
  readonly question?: string
  readonly share: number
  readonly citizen: Answers | null
}

/** What a rule set does, over all answers that can be given on a day. */
export interface Analysis {
  readonly rules: readonly RuleReach[]
  readonly documents: readonly DocumentReach[]
  readonly fees: readonly DocumentReach[]
  readonly outcomes: readonly { readonly outcome: Outcome; readonly share: number }[]
  /** Questions that never change anything, though the conditions name them. */
  readonly idleQuestions: readonly string[]
  readonly gaps: readonly Gap[]
  readonly questions: QuestionsLeft | null
  /**
   * Facts that several questions make up. They are taken as if they were free: what is said never to happen never
   * does, but something that seems possible may not be.
   */
  readonly approximate: readonly string[]
}

/** Looks at all answers at once; pure, and exact but for `approximate`. */
export function analyse(diagram: RuleDiagram): Analysis {
  return {
    rules: diagram.rules.map((node, i) => ruleReach(diagram, node, i)),
    documents: diagram.documents.map((node, i) => ({
      ...reachOf(diagram, node, diagram.compiled.ruleSet.documents[i]!.id),
      neverCounts: diagram.diagrams.and(node, diagram.outcome.goesOn) === no,
    })),
    fees: diagram.fees.map((node, i) => ({
      ...reachOf(diagram, node, diagram.compiled.ruleSet.fees[i]!.id),
      neverCounts: diagram.diagrams.and(node, diagram.outcome.goesOn) === no,
    })),
    outcomes: outcomesOf(diagram),
    idleQuestions: idleQuestions(diagram),
    gaps: [...feeGaps(diagram), ...unknownGaps(diagram)],
    questions: questionsInAll(diagram),
    approximate: diagram.approximate,
  }
}

const reachOf = (diagram: RuleDiagram, node: Node, id: string): Reach => ({
  id,
  when: node === no ? 'never' : node === yes ? 'always' : 'sometimes',
  share: shareOf(diagram, node),
})

function ruleReach(diagram: RuleDiagram, node: Node, i: number): RuleReach {
  const { diagrams, compiled, rules } = diagram
  const { id, finding } = compiled.ruleSet.rules[i]!
  const reach = reachOf(diagram, node, id)
  const rank = findingKinds.indexOf(finding)
  const stronger = compiled.ruleSet.rules.flatMap((rule, at) =>
    finding !== 'notice' && findingKinds.indexOf(rule.finding) < rank
      ? [{ id: rule.id, node: rules[at]! }]
      : [],
  )
  const free = diagrams.and(node, diagrams.not(diagrams.any(stronger.map((rule) => rule.node))))
  return {
    ...reach,
    finding,
    decides: free !== no,
    hiddenBehind:
      free === no && node !== no
        ? stronger.filter((rule) => diagrams.and(node, rule.node) !== no).map((rule) => rule.id)
        : [],
  }
}

function outcomesOf(diagram: RuleDiagram): { outcome: Outcome; share: number }[] {
  const { diagrams, outcome, documents } = diagram
  const { wrongAuthority, notEligible, needsReview, clear } = outcome
  const needed = diagrams.any(documents)
  const nodes: Record<Outcome, Node> = {
    wrongAuthority,
    notEligible,
    needsReview,
    missingDocuments: diagrams.and(clear, needed),
    // A needed document can be there, so every clear case can be complete.
    complete: clear,
  }
  return (Object.keys(nodes) as Outcome[])
    .filter((one) => nodes[one] !== no)
    .map((one) => ({ outcome: one, share: shareOf(diagram, nodes[one]) }))
}

function idleQuestions({ compiled, diagrams, axes, results }: RuleDiagram): string[] {
  const used = new Set([...diagrams.support(results)].flatMap((variable) => axes[variable]!.questions))
  return compiled.ruleSet.questions
    .filter(
      ({ id, for: purpose }) => purpose !== 'form' && id !== compiled.ruleSet.decidingDay && !used.has(id),
    )
    .map(({ id }) => id)
}

/** Where some pay and nothing at all is said of others. */
function feeGaps(diagram: RuleDiagram): Gap[] {
  const { diagrams, fees, outcome } = diagram
  const clear = diagrams.and(outcome.clear, diagrams.not(diagrams.any(fees)))
  return fees.length === 0 || clear === no ? [] : [gapIn(diagram, 'noFee', clear)]
}

/** "Weiß nicht" after which a case can be called complete as if the answer were known. */
function unknownGaps(diagram: RuleDiagram): Gap[] {
  const { diagrams, axes, compiled, outcome, applies } = diagram
  return compiled.ruleSet.questions
    .filter(({ for: purpose, mayBeUnknown }) => purpose !== 'form' && mayBeUnknown === true)
    .flatMap(({ id }) => {
      const told = [...axes.entries()].flatMap(([variable, { questions, tests }]) =>
        questions.length === 1 && questions[0] === id
          ? tests
              .filter(({ atom }) => atom.leaf.operator === 'isUnknown' && atom.leaf.fact === id)
              .map(({ atom, holds }) =>
                diagrams.literal(variable, atom.leaf.value === true ? holds : holds.map((one) => !one)),
              )
          : [],
      )
      const unknown = diagrams.all(told)
      const clear = diagrams.all([outcome.clear, unknown, applies.get(id)!])
      return told.length === 0 || clear === no || diagrams.and(clear, needsMore(diagram, unknown)) !== no
        ? []
        : [{ ...gapIn(diagram, 'unknownWithoutConsequence', clear), question: id }]
    })
}

/** Where not knowing at least asks for a document. */
const needsMore = ({ diagrams, documents }: RuleDiagram, unknown: Node): Node =>
  diagrams.any(documents.map((node) => diagrams.and(node, unknown)))

const gapIn = (diagram: RuleDiagram, kind: Gap['kind'], node: Node): Gap => ({
  kind,
  share: shareOf(diagram, node),
  citizen: citizenIn(diagram, node),
})
