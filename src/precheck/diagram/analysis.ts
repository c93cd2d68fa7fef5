import type { Outcome } from '../precheck.js'
import { gapsIn, type Gap } from './gaps.js'
import { questionsInAll, type QuestionsLeft } from './questions-left.js'
import {
  documentReach,
  feeReach,
  outcomeShares,
  ruleReach,
  type DocumentReach,
  type RuleReach,
} from './reach.js'
import type { RuleDiagram } from './rule-diagram.js'

export type { Gap } from './gaps.js'
export type { DocumentReach, Reach, RuleReach } from './reach.js'

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
export const analyse = (diagram: RuleDiagram): Analysis => ({
  rules: diagram.rules.map((node, i) => ruleReach(diagram, node, i)),
  documents: diagram.documents.map((node, i) => documentReach(diagram, node, i)),
  fees: diagram.fees.map((node, i) => feeReach(diagram, node, i)),
  outcomes: outcomeShares(diagram),
  idleQuestions: idleQuestions(diagram),
  gaps: gapsIn(diagram),
  questions: questionsInAll(diagram),
  approximate: diagram.approximate,
})

function idleQuestions({ compiled, diagrams, axes, results }: RuleDiagram): string[] {
  const used = new Set([...diagrams.support(results)].flatMap((variable) => axes[variable]!.questions))
  return compiled.ruleSet.questions
    .filter(
      ({ id, for: purpose }) => purpose !== 'form' && id !== compiled.ruleSet.decidingDay && !used.has(id),
    )
    .map(({ id }) => id)
}
