import type { Verdict } from '../precheck/precheck.js'
import type { Day, RuleSet } from '../precheck/rule-set.js'
import { coverageGaps } from '../rulebook/coverage.js'
import type { ExampleRuns } from '../rulebook/examples.js'
import type { FileProblem } from '../rulebook/file-problem.js'
import type { LoadedRuleSet } from '../rulebook/rule-files.js'
import type { Rulebook } from '../rulebook/rulebook.js'
import { leftOfSkeleton } from '../rulebook/skeleton.js'
import { lastDayOf } from '../rulebook/why-in-force.js'
import { keptAnalysis } from './kept-analysis.js'
import type { TestState } from './rule-release.js'

/** An example of a rule set and what came of it; without problems it shows what it should. */
export interface CheckedExample {
  readonly file: string
  readonly name: string
  readonly on: Day
  readonly verdict: Verdict
  readonly problems: readonly FileProblem[]
}

/** How a rule set stands in its tests. */
export interface RuleSetCheck {
  readonly examples: readonly CheckedExample[]
  /** Files of the service that could not be read, and what no example shows. */
  readonly problems: readonly FileProblem[]
  readonly tests: TestState
}

/** Takes from the examples of a service those of one rule set, and adds what none of them shows. */
export function checkOf(
  rulebook: Rulebook,
  ruleSet: LoadedRuleSet,
  { runs, problems }: ExampleRuns,
): RuleSetCheck {
  const examples = runs
    .filter((run) => run.ruleSet.id === ruleSet.id)
    .map(({ file, name, input, result }) => ({
      file,
      name,
      on: input.today,
      verdict: result.verdict,
      problems: problems.filter((problem) => problem.file === file),
    }))
  const failed = examples.filter((example) => example.problems.length > 0).length
  const notRun = problems.filter(({ file }) => !runs.some((run) => run.file === file))
  const until = lastDayOf(rulebook, ruleSet.compiled.ruleSet.service, ruleSet.inForceFrom)
  const others = [
    ...problemsOf(rulebook, ruleSet.compiled.ruleSet.service),
    ...notRun,
    ...leftOfSkeleton(ruleSet),
    ...keptAnalysis(ruleSet, until).errors,
    ...coverageGaps(ruleSet, runs, until),
  ]
  return {
    examples,
    problems: others,
    tests: {
      passed: examples.length - failed,
      failed,
      problems: others.length,
      unconfirmed: unconfirmedIn(ruleSet.compiled.ruleSet),
    },
  }
}

/** The problems of a service's rule files: while one cannot be read, nobody knows from when on it would count. */
const problemsOf = ({ problems }: Rulebook, service: string): FileProblem[] =>
  problems.filter(({ file }) => file.startsWith(`${service}/`))

/** How many parts were written from memory and wait for a specialist's confirmation. */
export const unconfirmedIn = ({ questions, documents, rules, fees }: RuleSet): number =>
  [...questions, ...documents, ...rules, ...fees].filter(({ confirmed }) => confirmed === false).length
