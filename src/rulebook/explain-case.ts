import type { PrecheckInput } from '../precheck/evaluate.js'
import { explain } from '../precheck/explain.js'
import type { Explanation } from '../precheck/explanation.js'
import { dialogue } from './dialogue.js'
import { shortestOf, type Shortest } from './explain-shortest.js'
import type { LoadedRuleSet } from './rule-files.js'
import type { Rulebook } from './rulebook.js'
import { whyInForce, type WhyInForce } from './why-in-force.js'

/** Why a case comes out as it does, and why by this rule set. */
export interface CaseExplanation extends Explanation, Shortest {
  readonly inForce: WhyInForce
}

/** Explains a case as the counter would lead it: what the checklist never comes to is told as not asked. */
export function explainCase(
  rulebook: Rulebook,
  ruleSet: LoadedRuleSet,
  input: PrecheckInput,
): CaseExplanation {
  const { asked } = dialogue(ruleSet.compiled, input)
  return {
    inForce: whyInForce(rulebook, ruleSet, input.today, input.answers),
    ...explain(ruleSet.compiled, input, asked),
    ...shortestOf(ruleSet.compiled, input),
  }
}
