import { addDays } from '../precheck/day.js'
import type { Answers, Day } from '../precheck/rule-set.js'
import { decidingDayOf } from './choose-rule-set.js'
import type { LoadedRuleSet } from './rule-files.js'
import type { Rulebook } from './rulebook.js'

/** Why a case is judged by this rule set and no other. */
export interface WhyInForce {
  readonly ruleSet: string
  readonly file: string
  readonly from: Day
  /** The day before the next rule set's first one; `null` if none follows. */
  readonly until: Day | null
  readonly decidingDay: {
    readonly day: Day
    /** The question whose answer is that day; `null`: it is the day at the counter. */
    readonly question: { readonly id: string; readonly text: string } | null
  }
}

/** From when to when the rule set of a case counts, and which day picked it. */
export function whyInForce(
  rulebook: Rulebook,
  { id, file, inForceFrom, compiled }: LoadedRuleSet,
  today: Day,
  answers: Answers,
): WhyInForce {
  const { service, questions } = compiled.ruleSet
  const { day, question } = decidingDayOf(rulebook, service, today, answers)
  const text = questions.find((each) => each.id === question)?.text ?? question
  return {
    ruleSet: id,
    file,
    from: inForceFrom,
    until: lastDayOf(rulebook, service, inForceFrom),
    decidingDay: { day, question: question === null ? null : { id: question, text: text! } },
  }
}

/** The last day on which the rule set that begins on `from` is in force, or `null`. */
export function lastDayOf(rulebook: Rulebook, service: string, from: Day): Day | null {
  const next = rulebook.of(service).find(({ inForceFrom }) => inForceFrom > from)
  return next === undefined ? null : addDays(next.inForceFrom, -1)
}
