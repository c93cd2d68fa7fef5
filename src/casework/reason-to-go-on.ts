import type { Refusal } from '../platform/refusal.js'
import type { CompiledRuleSet } from '../precheck/compile.js'
import type { Day } from '../precheck/rule-set.js'
import type { CaseFile } from './case-file.js'
import { needsReason, openPoints } from './open-points.js'
import { precheckCase } from './pre-check.js'
import { readReason } from './reason.js'

/** Why the case goes on as it is: in the clerk's words where something speaks against it, otherwise `null`. */
export function reasonToGoOn(
  compiled: CompiledRuleSet,
  caseFile: CaseFile,
  today: Day,
  typed: string,
): string | null | Refusal {
  const open = openPoints(compiled, caseFile, precheckCase(compiled, caseFile, today), today)
  return needsReason(open) ? readReason(typed, 'reason') : null
}
