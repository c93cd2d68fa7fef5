import { dayInWords } from '../precheck/answer-in-words.js'
import { addDays, daysBetween } from '../precheck/day.js'
import type { Day } from '../precheck/rule-set.js'
import type { Outdated } from './outdated-kinds.js'
import type { LoadedRuleSet } from './rule-files.js'
import type { Rulebook } from './rulebook.js'
import { sourceChecks } from './source-checks.js'
import { lastDayOf } from './why-in-force.js'

const soonInDays = 90

/** What is about to change or was not looked at for long, seen from a day. Rule sets of the past are left alone. */
export function outdated(rulebook: Rulebook, on: Day): Outdated[] {
  return rulebook.services().flatMap((service) => {
    const own = rulebook.of(service)
    return [
      ...notInForce(rulebook, service, own, on),
      ...own.flatMap((ruleSet) => ofRuleSet(ruleSet, lastDayOf(rulebook, service, ruleSet.inForceFrom), on)),
    ]
  })
}

function notInForce(
  rulebook: Rulebook,
  service: string,
  [first]: readonly LoadedRuleSet[],
  on: Day,
): Outdated[] {
  if (rulebook.inForce(service, on) !== null || first === undefined) return []
  const { file, inForceFrom: day } = first
  const message = `Am ${dayInWords(on)} ist kein Regelwerk in Kraft; das erste gilt ab dem ${dayInWords(day)}.`
  return [{ kind: 'notInForce', service, file, pointer: '/inForceFrom', day, message }]
}

function ofRuleSet(ruleSet: LoadedRuleSet, lastDay: Day | null, on: Day): Outdated[] {
  if (lastDay !== null && lastDay < on) return []
  return [...beginning(ruleSet, on), ...ending(ruleSet, lastDay, on), ...sourceChecks(ruleSet, on)]
}

function beginning({ file, inForceFrom: day, compiled }: LoadedRuleSet, on: Day): Outdated[] {
  if (day <= on) return []
  const { service } = compiled.ruleSet
  const days = daysBetween(on, day)
  const message = `gilt ab dem ${dayInWords(day)}, in ${days} ${days === 1 ? 'Tag' : 'Tagen'}.`
  return [
    { kind: days <= soonInDays ? 'begins' : 'future', service, file, pointer: '/inForceFrom', day, message },
  ]
}

function ending({ file, compiled }: LoadedRuleSet, lastDay: Day | null, on: Day): Outdated[] {
  if (lastDay === null || lastDay > addDays(on, soonInDays)) return []
  const { service } = compiled.ruleSet
  const message = `gilt nur noch bis zum ${dayInWords(lastDay)}; danach gilt ${service}@${addDays(lastDay, 1)}.`
  return [{ kind: 'ends', service, file, pointer: '', day: lastDay, message }]
}
