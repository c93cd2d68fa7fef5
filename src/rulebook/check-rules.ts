import { coverageGaps } from './coverage.js'
import { runExamples } from './examples.js'
import type { FileProblem } from './file-problem.js'
import { hintsOn } from './hints.js'
import type { LoadedRuleSet } from './rule-files.js'
import { Rulebook } from './rulebook.js'
import { sourcedParts } from './sourced-parts.js'

export interface RulesReport {
  readonly services: readonly ServiceReport[]
  readonly problems: readonly FileProblem[]
  /** What was written from memory and waits for a specialist's confirmation: no problem, but to be seen. */
  readonly unconfirmed: readonly FileProblem[]
  /** What is hard to read or to use: no problem either. Of the last rule set of a service only, the others stay as they are. */
  readonly hints: readonly FileProblem[]
}

export interface ServiceReport {
  readonly service: string
  readonly ruleSets: readonly string[]
  readonly examples: number
}

/** Checks all rule sets of a folder, or those of one service: files, references, examples, coverage. */
export async function checkRules(folder: string, only?: string): Promise<RulesReport> {
  const rulebook = Rulebook.from(folder)
  const concerns = (file: string) => only === undefined || file.startsWith(`${only}/`) || file === folder
  const problems = rulebook.problems.filter(({ file }) => concerns(file))
  const services: ServiceReport[] = []
  const unconfirmed: FileProblem[] = []
  const hints: FileProblem[] = []
  for (const service of rulebook.services().filter((service) => only === undefined || service === only)) {
    const own = rulebook.all().filter(({ compiled }) => compiled.ruleSet.service === service)
    const examples = await runExamples(rulebook, folder, service)
    problems.push(...examples.problems, ...own.flatMap((ruleSet) => coverageGaps(ruleSet, examples.runs)))
    unconfirmed.push(...own.flatMap(unconfirmedParts))
    hints.push(...own.slice(-1).flatMap(hintsOnFile))
    services.push({ service, ruleSets: own.map(({ id }) => id), examples: examples.runs.length })
  }
  if (only !== undefined && services.length === 0 && problems.length === 0)
    problems.push({ file: only, pointer: '', message: 'Diese Leistung gibt es hier nicht.' })
  return { services, problems, unconfirmed, hints }
}

const unconfirmedParts = ({ file, compiled }: LoadedRuleSet): FileProblem[] =>
  sourcedParts(compiled.ruleSet)
    .filter(({ confirmed }) => confirmed === false)
    .map(({ pointer, id, source }) => ({ file, pointer, message: `„${id}“ ist unbestätigt (${source}).` }))

const hintsOnFile = ({ file, compiled }: LoadedRuleSet): FileProblem[] =>
  hintsOn(compiled.ruleSet).map((hint) => ({ file, ...hint }))
