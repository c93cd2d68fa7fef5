import type { Day } from '../precheck/rule-set.js'
import { analysisOf, type RuleSetAnalysis } from '../rulebook/rule-set-analysis.js'
import type { LoadedRuleSet } from '../rulebook/rule-files.js'

const kept = new WeakMap<LoadedRuleSet, { readonly until: Day | null; readonly analysis: RuleSetAnalysis }>()

/**
 * The analysis of a rule set, kept with it as it was read: every page of it asks, and it takes a moment.
 * @param until the last day in force; `null` if no rule set follows
 */
export function keptAnalysis(ruleSet: LoadedRuleSet, until: Day | null): RuleSetAnalysis {
  const before = kept.get(ruleSet)
  if (before?.until === until) return before.analysis
  const analysis = analysisOf(ruleSet, until)
  kept.set(ruleSet, { until, analysis })
  return analysis
}
