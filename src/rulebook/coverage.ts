import { False, True, type Truth } from '../precheck/truth.js'
import { findingKinds, type RuleSet } from '../precheck/rule-set.js'
import type { Verdict } from '../precheck/precheck.js'
import type { ExampleRun } from './examples.js'
import type { FileProblem } from './file-problem.js'
import type { LoadedRuleSet } from './rule-files.js'

/**
 * What no example of a rule set shows: each rule true and false, each document needed and not needed, each verdict
 * that the rule set can come to.
 */
export function coverageGaps(
  { id, file, compiled }: LoadedRuleSet,
  runs: readonly ExampleRun[],
): FileProblem[] {
  const own = runs.filter(({ ruleSet }) => ruleSet.id === id)
  const { ruleSet } = compiled
  const gap = (pointer: string, message: string): FileProblem => ({ file, pointer, message })
  const seen = (pick: (run: ExampleRun) => Truth | undefined, truth: Truth) =>
    own.some((run) => pick(run) === truth)

  const rules = ruleSet.rules.flatMap((rule, i) => [
    ...(seen(({ evaluation }) => evaluation.rules[i], True)
      ? []
      : [gap(`/rules/${i}`, `Kein Beispiel löst „${rule.id}“ aus.`)]),
    ...(seen(({ evaluation }) => evaluation.rules[i], False)
      ? []
      : [gap(`/rules/${i}`, `In keinem Beispiel bleibt „${rule.id}“ ohne Wirkung.`)]),
  ])
  const documents = ruleSet.documents.flatMap((document, i) => [
    ...(seen(({ evaluation }) => evaluation.documents[i], True)
      ? []
      : [gap(`/documents/${i}`, `In keinem Beispiel ist „${document.id}“ nötig.`)]),
    ...(document.neededWhen === undefined || seen(({ evaluation }) => evaluation.documents[i], False)
      ? []
      : [gap(`/documents/${i}`, `In keinem Beispiel ist „${document.id}“ entbehrlich.`)]),
  ])
  const verdicts = verdictsOf(ruleSet)
    .filter((verdict) => !own.some(({ result }) => result.verdict === verdict))
    .map((verdict) => gap('', `Kein Beispiel endet mit ${verdict}.`))
  return [...rules, ...documents, ...verdicts]
}

/** The verdicts that a rule set has the means for. */
function verdictsOf({ rules, documents }: RuleSet): Verdict[] {
  const byFinding = findingKinds.flatMap((kind) =>
    kind !== 'notice' && rules.some(({ finding }) => finding === kind) ? [kind] : [],
  )
  return [...byFinding, ...(documents.length > 0 ? (['missingDocuments'] as const) : []), 'complete']
}
