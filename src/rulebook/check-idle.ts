import { factsIn } from '../precheck/fact-order.js'
import type { Condition, Leaf, RuleSet } from '../precheck/rule-set.js'
import { placeholdersIn } from '../precheck/say.js'
import { forEachCondition } from './each-condition.js'
import type { Report } from './known-facts.js'

/** A question that decides nothing would waste the citizen's time; an answer without consequence is an oversight. */
export function checkIdle(ruleSet: RuleSet, report: Report): void {
  const deciding = decidingFacts(ruleSet)
  ruleSet.questions.forEach(({ id, for: purpose, inForm, mayBeUnknown }, i) => {
    if (purpose === 'form' && inForm === true)
      report(`/questions/${i}/inForm`, 'Bei „for“: „form“ überflüssig.')
    const decides = deciding.has(id) || id === ruleSet.decidingDay
    if (!decides && purpose !== 'form')
      report(`/questions/${i}`, `„${id}“ entscheidet nichts. Nur fürs Formular? Dann „for“: „form“.`)
    if (decides && purpose === 'form')
      report(`/questions/${i}/for`, `„${id}“ entscheidet mit; „for“ bitte entfernen.`)
    if (mayBeUnknown === true && purpose !== 'form' && !isUnknownAskedOf(ruleSet, id))
      report(
        `/questions/${i}/mayBeUnknown`,
        `„weiß nicht“ bei „${id}“ hat keine Folge (isUnknown kommt nicht vor).`,
      )
  })
  ruleSet.derived?.forEach(({ fact }, i) => {
    if (!deciding.has(fact) && !mentioned(ruleSet, fact))
      report(`/derived/${i}`, `„${fact}“ wird nirgends gebraucht.`)
  })
}

const mentioned = (ruleSet: RuleSet, fact: string): boolean =>
  ruleSet.rules.some(({ say, when }) => placeholdersIn(say).includes(fact) || factsIn(when).includes(fact)) ||
  (ruleSet.derived ?? []).some(({ of }) => of.includes(fact))

/** All facts that bear on verdict, documents or fees, through `askWhen` and derived facts too; notices decide nothing. */
function decidingFacts({ questions, derived = [], documents, rules, fees }: RuleSet): Set<string> {
  const inputs = new Map<string, readonly string[]>([
    ...questions.map(({ id, askWhen }) => [id, factsIn(askWhen)] as const),
    ...derived.map(({ fact, of }) => [fact, of] as const),
  ])
  const found = new Set<string>()
  const visit = (fact: string): void => {
    if (found.has(fact)) return
    found.add(fact)
    inputs.get(fact)?.forEach(visit)
  }
  rules.filter(({ finding }) => finding !== 'notice').forEach(({ when }) => factsIn(when).forEach(visit))
  documents.forEach(({ neededWhen }) => factsIn(neededWhen).forEach(visit))
  fees.forEach(({ when }) => factsIn(when).forEach(visit))
  return found
}

function isUnknownAskedOf(ruleSet: RuleSet, question: string): boolean {
  const behind = new Set([question])
  for (const { fact, of } of ruleSet.derived ?? [])
    if (of.some((input) => behind.has(input))) behind.add(fact)
  let asked = false
  forEachCondition(ruleSet, (condition) => {
    asked ||= leavesIn(condition).some(({ fact, operator }) => operator === 'isUnknown' && behind.has(fact))
  })
  return asked
}

function leavesIn(condition: Condition): Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesIn)
  if ('any' in condition) return condition.any.flatMap(leavesIn)
  return 'not' in condition ? leavesIn(condition.not) : [condition]
}
