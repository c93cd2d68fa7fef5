import { appliesOf, valueOf, type CompiledCondition, type CompiledRuleSet } from './compile.js'
import { endings, truthOfFinding, type Evaluation } from './evaluate.js'
import { False, True, Unknown } from './truth.js'

/**
 * The unanswered questions that three-valued evaluation cannot rule out: an answer may still change the
 * verdict, a needed document or a fee. In the author's order. Answers only ever shorten this list, so its
 * length is also the most questions that are left.
 */
export function relevantQuestions(compiled: CompiledRuleSet, evaluation: Evaluation): string[] {
  const found = new Set<number>()
  for (const condition of openConditions(compiled, evaluation))
    collect(condition, compiled, evaluation, found)
  return compiled.ruleSet.questions.map(({ id }) => id).filter((id) => found.has(compiled.slotOf.get(id)!))
}

/** Whether the question may be asked now: its `askWhen` surely holds. */
export const isAskable = (compiled: CompiledRuleSet, evaluation: Evaluation, question: string): boolean =>
  appliesOf(evaluation.facts, compiled.slotOf.get(question)!) === True

/** The conditions whose truth still matters: what is weaker than a sure finding does not. */
function* openConditions(compiled: CompiledRuleSet, evaluation: Evaluation): Generator<CompiledCondition> {
  for (const finding of [...endings, 'needsReview'] as const) {
    const sure = truthOfFinding(compiled, evaluation, finding) === True
    if (!sure)
      for (const [i, rule] of compiled.ruleSet.rules.entries())
        if (rule.finding === finding) yield compiled.rules[i]!
    if (sure && finding !== 'needsReview') return
  }
  for (const condition of [...compiled.documents, ...compiled.fees]) if (condition !== null) yield condition
}

function collect(
  condition: CompiledCondition,
  compiled: CompiledRuleSet,
  evaluation: Evaluation,
  found: Set<number>,
): void {
  if (condition.truth(evaluation.facts) !== Unknown) return
  if (condition.kind === 'leaf') collectFact(condition.slot, compiled, evaluation, found)
  else for (const part of condition.parts) collect(part, compiled, evaluation, found)
}

function collectFact(
  at: number,
  compiled: CompiledRuleSet,
  evaluation: Evaluation,
  found: Set<number>,
): void {
  const slot = compiled.slots[at]!
  const { facts } = evaluation
  if (slot.kind === 'today' || appliesOf(facts, at) === False || found.has(at)) return
  if (slot.kind === 'derived') {
    for (const input of slot.of) collectFact(input, compiled, evaluation, found)
    return
  }
  if (valueOf(facts, at) === undefined) found.add(at)
  if (slot.askWhen !== null) collect(slot.askWhen, compiled, evaluation, found)
}
