import { checkAnswer } from '../precheck/check-answer.js'
import { isDay } from '../precheck/day.js'
import { operatorsFor } from '../precheck/operators.js'
import type { Condition, Leaf, Question } from '../precheck/rule-set.js'
import { numbers, type KnownFact, type KnownFacts, type Report } from './known-facts.js'

/** Checks that every leaf names a fact, an operator that fits it, and constants that the fact can have. */
export function checkCondition(
  condition: Condition,
  facts: KnownFacts,
  pointer: string,
  report: Report,
): void {
  if ('all' in condition)
    condition.all.forEach((part, i) => checkCondition(part, facts, `${pointer}/all/${i}`, report))
  else if ('any' in condition)
    condition.any.forEach((part, i) => checkCondition(part, facts, `${pointer}/any/${i}`, report))
  else if ('not' in condition) checkCondition(condition.not, facts, `${pointer}/not`, report)
  else checkLeaf(condition, facts, pointer, report)
}

function checkLeaf(
  { fact, operator, value }: Leaf,
  facts: KnownFacts,
  pointer: string,
  report: Report,
): void {
  const known = facts.get(fact)
  if (known === undefined) return report(`${pointer}/fact`, `Das Merkmal „${fact}“ gibt es nicht.`)
  const possible = operatorsFor[known.kind]
  if (!possible.includes(operator))
    return report(
      `${pointer}/operator`,
      possible.length === 0
        ? `„${fact}“ (${known.kind}) ist Freitext und kann nichts entscheiden.`
        : `„${operator}“ passt nicht zu „${fact}“ (${known.kind}); möglich: ${possible.join(', ')}.`,
    )
  if (operator === 'isUnknown') {
    if (typeof value !== 'boolean') report(`${pointer}/value`, 'Erwartet wird true oder false.')
    if (!known.mayBeUnknown)
      report(`${pointer}/operator`, `Bei „${fact}“ ist „weiß nicht“ nicht erlaubt (mayBeUnknown).`)
    return
  }
  const wantsList = operator === 'in' || operator === 'notIn'
  if (Array.isArray(value) !== wantsList)
    return report(
      `${pointer}/value`,
      wantsList ? 'Erwartet wird eine Liste.' : 'Erwartet wird ein einzelner Wert.',
    )
  for (const constant of [value].flat())
    if (!constantFits(constant as never, known))
      report(
        `${pointer}/value`,
        `${JSON.stringify(constant)} kann „${fact}“ (${known.kind}) nie sein${allowed(known)}.`,
      )
}

const allowed = ({ options }: KnownFact) =>
  options === undefined ? '' : `; möglich: ${options.map(({ value }) => value).join(', ')}`

function constantFits(constant: string | number | boolean, { kind, options }: KnownFact): boolean {
  if (kind === 'yesNo') return typeof constant === 'boolean'
  if (numbers.includes(kind)) return typeof constant === 'number' && Number.isFinite(constant)
  if (kind === 'date') return isDay(constant)
  if (kind === 'country') return checkAnswer({ kind } as Question, constant).ok
  return options?.some(({ value }) => value === constant) ?? false
}
