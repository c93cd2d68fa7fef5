import type { Day } from '../precheck/rule-set.js'
import type { LoadedRuleSet } from '../rulebook/rule-files.js'
import type { Rulebook } from '../rulebook/rulebook.js'
import { lastDayOf } from '../rulebook/why-in-force.js'

/** The rule set of the same service before (-1) or after (1) this one, or `null`. */
export function neighbour(
  rulebook: Rulebook,
  { id, compiled }: LoadedRuleSet,
  step: -1 | 1,
): LoadedRuleSet | null {
  const own = rulebook.of(compiled.ruleSet.service)
  return own[own.findIndex((one) => one.id === id) + step] ?? null
}

/** The last day on which a rule set is in force; `null`: open end. */
export const lastDayIn = (rulebook: Rulebook, { compiled, inForceFrom }: LoadedRuleSet): Day | null =>
  lastDayOf(rulebook, compiled.ruleSet.service, inForceFrom)

/** Today, or the nearest day on which a rule set counts. */
export function usualDayOf(rulebook: Rulebook, ruleSet: LoadedRuleSet, today: Day): Day {
  const last = lastDayIn(rulebook, ruleSet)
  if (today < ruleSet.inForceFrom) return ruleSet.inForceFrom
  return last !== null && last < today ? last : today
}
