import type { Answers } from '../rule-set.js'
import { citizenIn } from './citizen.js'
import { no, type Node } from './diagrams.js'
import type { RuleDiagram } from './rule-diagram.js'
import { shareOf } from './share.js'

/** A citizen for whom the rule set says nothing where it should say something. */
export interface Gap {
  readonly kind: 'noFee' | 'unknownWithoutConsequence'
  readonly question?: string
  readonly share: number
  readonly citizen: Answers | null
}

export const gapsIn = (diagram: RuleDiagram): Gap[] => [...feeGaps(diagram), ...unknownGaps(diagram)]

/** Where some pay and nothing at all is said of others. */
function feeGaps(diagram: RuleDiagram): Gap[] {
  const { diagrams, fees, outcome } = diagram
  const clear = diagrams.and(outcome.clear, diagrams.not(diagrams.any(fees)))
  return fees.length === 0 || clear === no ? [] : [gapIn(diagram, 'noFee', clear)]
}

/** "Weiß nicht" after which a case can be called complete as if the answer were known: not even a document is needed. */
function unknownGaps(diagram: RuleDiagram): Gap[] {
  const { diagrams, compiled, outcome, applies, documents } = diagram
  return compiled.ruleSet.questions
    .filter(({ for: purpose, mayBeUnknown }) => purpose !== 'form' && mayBeUnknown === true)
    .flatMap(({ id }) => {
      const unknown = whereUnknown(diagram, id)
      if (unknown === null) return []
      const clear = diagrams.all([outcome.clear, unknown, applies.get(id)!])
      const needsMore = diagrams.and(clear, diagrams.any(documents))
      return clear === no || needsMore !== no
        ? []
        : [{ ...gapIn(diagram, 'unknownWithoutConsequence', clear), question: id }]
    })
}

/** Where a question is answered with "weiß nicht"; `null` if nothing asks for that. */
function whereUnknown({ diagrams, axes }: RuleDiagram, question: string): Node | null {
  const told = [...axes.entries()].flatMap(([variable, { tests }]) =>
    tests
      .filter(({ atom: { leaf } }) => leaf.operator === 'isUnknown' && leaf.fact === question)
      .map(({ atom: { leaf }, holds }) =>
        diagrams.literal(variable, leaf.value === true ? holds : holds.map((one) => !one)),
      ),
  )
  return told.length === 0 ? null : diagrams.all(told)
}

const gapIn = (diagram: RuleDiagram, kind: Gap['kind'], node: Node): Gap => ({
  kind,
  share: shareOf(diagram, node),
  citizen: citizenIn(diagram, node),
})
