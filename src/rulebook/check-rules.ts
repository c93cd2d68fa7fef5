import { coverageGaps } from './coverage.js'
import { runExamples } from './examples.js'
import type { FileProblem } from './file-problem.js'
import { Rulebook } from './rulebook.js'

export interface RulesReport {
  readonly services: readonly ServiceReport[]
  readonly problems: readonly FileProblem[]
  /** What was written from memory and waits for a specialist's confirmation: no problem, but to be seen. */
  readonly unconfirmed: readonly FileProblem[]
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
  for (const service of rulebook.services().filter((service) => only === undefined || service === only)) {
    const own = rulebook.all().filter(({ compiled }) => compiled.ruleSet.service === service)
    const examples = await runExamples(rulebook, folder, service)
    problems.push(...examples.problems, ...own.flatMap((ruleSet) => coverageGaps(ruleSet, examples.runs)))
    unconfirmed.push(...own.flatMap(unconfirmedParts))
    services.push({ service, ruleSets: own.map(({ id }) => id), examples: examples.runs.length })
  }
  if (only !== undefined && services.length === 0 && problems.length === 0)
    problems.push({ file: only, pointer: '', message: 'Diese Leistung gibt es hier nicht.' })
  return { services, problems, unconfirmed }
}

function unconfirmedParts({ file, compiled }: ReturnType<Rulebook['all']>[number]): FileProblem[] {
  const { questions, documents, rules, fees } = compiled.ruleSet
  return Object.entries({ questions, documents, rules, fees }).flatMap(([list, parts]) =>
    parts.flatMap(({ id, source, confirmed }, i) =>
      confirmed === false
        ? [{ file, pointer: `/${list}/${i}`, message: `„${id}“ ist unbestätigt (${source}).` }]
        : [],
    ),
  )
}
