import { factsIn } from '../precheck/fact-order.js'
import type { RuleSet } from '../precheck/rule-set.js'
import { forEachCondition } from './each-condition.js'
import type { Report } from './known-facts.js'

const mostInCondition = 200
const mostInFile = 4000
const mostReached = 50_000

/** A condition that nobody can read is nobody's law; the bounds are ten times what the largest rule sets need. */
export function checkSize(ruleSet: RuleSet, report: Report): void {
  let all = 0
  forEachCondition(ruleSet, (condition, pointer) => {
    const leaves = factsIn(condition).length
    all += leaves
    if (leaves > mostInCondition)
      report(
        pointer,
        `Diese Bedingung hat ${leaves} Vergleiche, höchstens ${mostInCondition} sind möglich; bitte in mehrere Regeln aufteilen.`,
      )
  })
  if (all > mostInFile)
    report('', `Alle Bedingungen zusammen haben ${all} Vergleiche, höchstens ${mostInFile} sind möglich.`)
}

/**
 * Through `askWhen` and derived facts a short condition can lead to very many others, twice as many with each step.
 * Counts what an evaluation without memory would look at. Facts must not depend on each other in a circle.
 */
export function checkReach(ruleSet: RuleSet, report: Report): void {
  const reached = reachOfFacts(ruleSet)
  let all = 0
  forEachCondition(ruleSet, (condition) => {
    for (const fact of factsIn(condition)) all += reached.get(fact)!
  })
  if (all <= mostReached) return
  const [widest] = [...reached].reduce((a, b) => (b[1] > a[1] ? b : a))
  report(
    definitionOf(ruleSet, widest),
    `Über askWhen und abgeleitete Merkmale führen die Bedingungen zu mehr als ${mostReached} Vergleichen, ` +
      `die meisten über „${widest}“; bitte einfacher fassen.`,
  )
}

function reachOfFacts({ questions, derived = [] }: RuleSet): Map<string, number> {
  const behind = new Map<string, readonly string[]>([
    ...questions.map(({ id, askWhen }) => [id, factsIn(askWhen)] as const),
    ...derived.map(({ fact, of }) => [fact, of] as const),
  ])
  const reached = new Map<string, number>()
  const visit = (fact: string): number => {
    const known = reached.get(fact)
    if (known !== undefined) return known
    const sum = (behind.get(fact) ?? []).reduce((sum, input) => sum + visit(input), 1)
    reached.set(fact, sum)
    return sum
  }
  for (const fact of ['today', ...behind.keys()]) visit(fact)
  return reached
}

/** Where a fact is defined: the pointer to its question or derivation. */
export function definitionOf({ questions, derived = [] }: RuleSet, fact: string): string {
  const question = questions.findIndex(({ id }) => id === fact)
  return question === -1
    ? `/derived/${derived.findIndex((one) => one.fact === fact)}`
    : `/questions/${question}`
}
