import { analyse } from '../precheck/diagram/analysis.js'
import { diagramOf } from '../precheck/diagram/diagram-of.js'
import type { Day } from '../precheck/rule-set.js'
import { deadParts, hiddenRules, idleQuestions, unreachableVerdicts } from './analysis-errors.js'
import type { AnalysedDays, AnalysisFinding } from './analysis-finding.js'
import { alwaysParts, approximateFacts, gapsOf } from './analysis-hints.js'
import { daysInForce } from './days-in-force.js'
import type { LoadedRuleSet } from './rule-files.js'

export interface RuleSetAnalysis {
  /** The days that were looked at; what is said never to happen happens on none of them. */
  readonly days: readonly Day[]
  /** What is wrong. */
  readonly errors: readonly AnalysisFinding[]
  /** What may be meant, and should be looked at. */
  readonly hints: readonly AnalysisFinding[]
}

/**
 * What a rule set does over all answers that can be given while it is in force.
 * @param until the last day in force; `null` if no rule set follows
 */
export function analysisOf(loaded: LoadedRuleSet, until: Day | null = null): RuleSetAnalysis {
  const days = daysInForce(loaded, until)
  const { file, compiled } = loaded
  const each = days.map((day) => analyse(diagramOf(compiled, day)))
  const analysed: AnalysedDays = { file, ruleSet: compiled.ruleSet, each }
  return {
    days,
    errors: [
      ...deadParts(analysed),
      ...hiddenRules(analysed),
      ...idleQuestions(analysed),
      ...unreachableVerdicts(analysed),
    ],
    hints: [...alwaysParts(analysed), ...gapsOf(analysed), ...approximateFacts(analysed)],
  }
}
