import { narrow, possibleOutcomes } from '../precheck/diagram/narrow.js'
import type { Weigh } from '../precheck/diagram/questions-left.js'
import { precheckOf } from '../precheck/precheck-of.js'
import type { PrecheckInput } from '../precheck/evaluate.js'
import type { Precheck } from '../precheck/precheck.js'
import type { Day } from '../precheck/rule-set.js'
import type { CompiledRuleSet } from '../precheck/compile.js'
import type { CaseFile } from './case-file.js'
import { answersOf, evidenceOf } from './known.js'

/** What the pre-check of a case file looks at, on a day at the counter. */
export const inputOf = (caseFile: Pick<CaseFile, 'answers' | 'evidence'>, today: Day): PrecheckInput => ({
  answers: answersOf(caseFile),
  evidence: evidenceOf(caseFile),
  today,
})

/** How a case file stands on a day at the counter. */
export const precheckCase = (
  compiled: CompiledRuleSet,
  caseFile: CaseFile,
  today: Day,
  weigh?: Weigh,
): Precheck => precheckOf(compiled, inputOf(caseFile, today), weigh)

/**
 * The day of completeness is the first day on which nothing is missing; it goes again when something is
 * (§§ 42a Abs. 2, 71b Abs. 3 VwVfG tie periods to it). The day of receipt stays what it is.
 */
export function withCompleteness(compiled: CompiledRuleSet, caseFile: CaseFile, today: Day): CaseFile {
  const input = inputOf(caseFile, today)
  const possible = possibleOutcomes(narrow(compiled, input.answers, today), input)
  const complete = possible.length === 1 && possible[0] === 'complete'
  if (complete === (caseFile.completeOn !== null)) return caseFile
  return { ...caseFile, completeOn: complete ? today : null }
}
