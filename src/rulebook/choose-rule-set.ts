import { isDay } from '../precheck/day.js'
import type { Day } from '../precheck/rule-set.js'
import type { LoadedRuleSet } from './rule-files.js'
import type { Rulebook } from './rulebook.js'

/**
 * The rule set of a service for a case: the one in force on the day at the counter, or on the answered day that the
 * rule set names as its deciding day. `null` if none is in force then.
 */
export function chooseRuleSet(
  rulebook: Rulebook,
  service: string,
  today: Day,
  answers: Readonly<Record<string, unknown>>,
): LoadedRuleSet | null {
  const current = rulebook.inForce(service, today)
  const decidingDay = current?.compiled.ruleSet.decidingDay ?? 'today'
  const answered = Object.hasOwn(answers, decidingDay) ? answers[decidingDay] : undefined
  return isDay(answered) ? rulebook.inForce(service, answered) : current
}
