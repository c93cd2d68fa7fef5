import type { Analysis } from '../precheck/diagram/analysis.js'
import type { Answers, RuleSet } from '../precheck/rule-set.js'
import type { FileProblem } from './file-problem.js'

/** Something that a rule set does, or never does, with the place in its file. */
export interface AnalysisFinding extends FileProblem {
  readonly kind: AnalysisKind
  /** A citizen for whom it is so; `null` where it is about all of them. */
  readonly citizen: Answers | null
}

/**
 * `dead` never applies; `contradiction` never applies because its conditions exclude each other; `hidden` never decides because stronger rules always apply too; `idle` never changes anything;
 * `endsAll` ends every case; `noVerdict` a verdict that nobody can get; `always` a condition that is always met;
 * `noFee` some pay and nothing is said of others; `unknownWithoutConsequence` "weiß nicht" that changes nothing;
 * `approximate` taken as if it were free.
 */
export type AnalysisKind =
  | 'dead'
  | 'contradiction'
  | 'hidden'
  | 'idle'
  | 'endsAll'
  | 'noVerdict'
  | 'always'
  | 'noFee'
  | 'unknownWithoutConsequence'
  | 'approximate'

/** The analyses of one rule set, day by day. */
export interface AnalysedDays {
  readonly file: string
  readonly ruleSet: RuleSet
  readonly each: readonly Analysis[]
}
