import { isDay } from '../precheck/day.js'
import type { Day } from '../precheck/rule-set.js'
import type { LoadedRuleSet } from './rule-files.js'
import type { Rulebook } from './rulebook.js'

/** Which day picks the rule set of a case, and the question that asks for it (`null`: the day at the counter). */
export interface DecidingDay {
  readonly day: Day
  readonly question: string | null
}

/** The answered day that the rule set of today names, or else the day at the counter. */
export function decidingDayOf(
  rulebook: Rulebook,
  service: string,
  today: Day,
  answers: Readonly<Record<string, unknown>>,
): DecidingDay {
  const question = rulebook.inForce(service, today)?.compiled.ruleSet.decidingDay ?? 'today'
  const answered = Object.hasOwn(answers, question) ? answers[question] : undefined
  return isDay(answered) ? { day: answered, question } : { day: today, question: null }
}

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
  return rulebook.inForce(service, decidingDayOf(rulebook, service, today, answers).day)
}
