import type { Condition, RuleSet } from '../precheck/rule-set.js'

/** Every condition of a rule set with its JSON pointer. */
export function forEachCondition(
  { questions, documents, rules, fees }: RuleSet,
  visit: (condition: Condition, pointer: string) => void,
): void {
  questions.forEach(({ askWhen }, i) => askWhen && visit(askWhen, `/questions/${i}/askWhen`))
  documents.forEach(({ neededWhen }, i) => neededWhen && visit(neededWhen, `/documents/${i}/neededWhen`))
  rules.forEach(({ when }, i) => visit(when, `/rules/${i}/when`))
  fees.forEach(({ when }, i) => when && visit(when, `/fees/${i}/when`))
}
