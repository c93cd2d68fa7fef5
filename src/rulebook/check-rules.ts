import { coverageGaps } from './coverage.js'
import { runExamples, type ExampleRun } from './examples.js'
import type { FileProblem } from './file-problem.js'
import { hintsOn } from './hints.js'
import type { LoadedRuleSet } from './rule-files.js'
import { Rulebook } from './rulebook.js'
import { strayFiles } from './stray-files.js'
import { analysisOf } from './rule-set-analysis.js'
import { leftOfSkeleton } from './skeleton.js'
import { sourcedParts } from './sourced-parts.js'
import { unnamedMark } from './uncovered.js'
import { lastDayOf } from './why-in-force.js'

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
    // An example of a day whose file is broken would be run with the rule set before it, and say nonsense.
    if (rulebook.problems.some(({ file }) => file.startsWith(`${service}/`))) {
      hints.push({ file: service, pointer: '', message: examplesLater })
      continue
    }
    const own = rulebook.of(service)
    const examples = await runExamples(rulebook, folder, service)
    const checked = own.map((ruleSet) => whatIsWrong(rulebook, ruleSet, examples.runs))
    problems.push(...examples.problems, ...checked.flatMap((one) => one.problems))
    unconfirmed.push(...own.flatMap(unconfirmedParts))
    hints.push(
      ...own.slice(-1).flatMap(hintsOnFile),
      ...(checked.at(-1)?.hints ?? []),
      ...unnamed(examples.runs),
    )
    services.push({ service, ruleSets: own.map(({ id }) => id), examples: examples.runs.length })
  }
  hints.push(...strayFiles(folder).filter(({ file }) => concerns(file) || !file.includes('/')))
  if (only !== undefined && services.length === 0 && problems.length === 0)
    problems.push({
      file: only,
      pointer: '',
      message:
        'Diese Leistung gibt es hier nicht: Ein Regelwerk liegt als <leistung>/JJJJ-MM-TT.json im Ordner der Regeln.',
    })
  return { services, problems, unconfirmed, hints }
}

const examplesLater = 'Beispiele und Abdeckung werden geprüft, sobald die Regeldateien in Ordnung sind.'

/** What one rule set does and never does, and what of it no example shows. */
function whatIsWrong(
  rulebook: Rulebook,
  ruleSet: LoadedRuleSet,
  runs: readonly ExampleRun[],
): Pick<RulesReport, 'problems' | 'hints'> {
  const until = lastDayOf(rulebook, ruleSet.compiled.ruleSet.service, ruleSet.inForceFrom)
  const { errors, hints } = analysisOf(ruleSet, until)
  return {
    problems: [...leftOfSkeleton(ruleSet), ...errors, ...coverageGaps(ruleSet, runs, until)].map(asProblem),
    hints: hints.map(asProblem),
  }
}

const asProblem = ({ file, pointer, message }: FileProblem): FileProblem => ({ file, pointer, message })

/** Generated examples expect what the rules come to: until somebody has looked, they prove nothing. */
const unnamed = (runs: readonly ExampleRun[]): FileProblem[] =>
  runs
    .filter(({ name }) => name.startsWith(unnamedMark))
    .map(({ file }) => ({
      file,
      pointer: '/name',
      message: 'Das Beispiel ist erzeugt: bitte am Gesetz prüfen, was es erwartet, und es dann benennen.',
    }))

const unconfirmedParts = ({ file, compiled }: LoadedRuleSet): FileProblem[] =>
  sourcedParts(compiled.ruleSet)
    .filter(({ confirmed }) => confirmed === false)
    .map(({ pointer, id, source }) => ({ file, pointer, message: `„${id}“ ist unbestätigt (${source}).` }))

const hintsOnFile = ({ file, compiled }: LoadedRuleSet): FileProblem[] =>
  hintsOn(compiled.ruleSet).map((hint) => ({ file, ...hint }))
