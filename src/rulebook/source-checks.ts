import { dayInWords } from '../precheck/answer-in-words.js'
import { addMonths } from '../precheck/day.js'
import type { Day } from '../precheck/rule-set.js'
import type { Outdated } from './outdated-kinds.js'
import type { LoadedRuleSet } from './rule-files.js'
import { lastChecked, sourcedParts } from './sourced-parts.js'

/** Sources that were not looked at for a year: the rule set in one line, and each part with a day of its own. */
export function sourceChecks({ file, compiled: { ruleSet } }: LoadedRuleSet, on: Day): Outdated[] {
  const parts = sourcedParts(ruleSet)
  const shared = parts.filter(({ checkedOn }) => checkedOn === undefined)
  const found = (pointer: string, day: Day, what: string): Outdated[] => {
    const kind = day > on ? 'checkedLater' : addMonths(day, 12) < on ? 'unchecked' : null
    const message = `${what}, zuletzt verglichen am ${dayInWords(day)}.`
    return kind === null ? [] : [{ kind, service: ruleSet.service, file, pointer, day, message }]
  }
  // A rule set that is not in force yet was written before its first day: that is no check of the future.
  const together = ruleSet.checkedOn ?? (ruleSet.inForceFrom > on ? on : ruleSet.inForceFrom)
  return [
    ...(shared.length === 0 ? [] : found('', together, `${shared.length} Fundstellen`)),
    ...parts
      .filter(({ checkedOn }) => checkedOn !== undefined)
      .flatMap((part) => found(part.pointer, lastChecked(ruleSet, part), `„${part.id}“ (${part.source})`)),
  ]
}
