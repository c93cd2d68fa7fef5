import { outcomeNames } from '../precheck/outcome-names.js'
import { diagramOf } from '../precheck/diagram/diagram-of.js'
import type { Day } from '../precheck/rule-set.js'
import { citizenInWords, type AnswerGiven } from './citizen-in-words.js'
import { coverageGaps, isShownBy, type CoverageGap, type Shown } from './coverage.js'
import { daysInForce } from './days-in-force.js'
import type { Example } from './example-files.js'
import type { ExampleRun } from './examples.js'
import { exampleShowing, type GeneratedRun } from './generated-example.js'
import type { LoadedRuleSet } from './rule-files.js'

/** Something that no example shows, with a citizen for whom it is so. */
export interface Uncovered extends CoverageGap {
  /** What an example of it would show: "Regel „kein-mieter“ greift". */
  readonly title: string
  /** One citizen may show several; `null`: none was found, because facts are only known approximately. */
  readonly citizen: GeneratedCitizen | null
}

export interface GeneratedCitizen {
  /** Ready to be saved and to be confirmed: passes the schema, and passes as soon as it is saved. */
  readonly example: Example
  /** Where it belongs, relative to the rules folder; may be taken already. */
  readonly file: string
  readonly answers: readonly AnswerGiven[]
}

/** With this begins the name of an example that nobody has confirmed yet. */
export const unnamedMark = 'ZU BENENNEN'

/**
 * What no example of a rule set shows, each with a generated citizen.
 * @param until the last day in force; `null` if no rule set follows
 */
export function uncovered(
  loaded: LoadedRuleSet,
  runs: readonly ExampleRun[],
  until: Day | null = null,
): Uncovered[] {
  const days = daysInForce(loaded, until)
  const made: { readonly run: GeneratedRun; readonly citizen: GeneratedCitizen }[] = []
  return coverageGaps(loaded, runs, until).map((gap) => {
    const title = titleOf(gap.shows)
    const before = made.find(({ run }) => isShownBy(run, gap.shows))
    if (before !== undefined) return { ...gap, title, citizen: before.citizen }
    const run = firstShowing(loaded, gap.shows, days, until)
    if (run === null) return { ...gap, title, citizen: null }
    const citizen = citizenFrom(loaded, gap.shows, run)
    made.push({ run, citizen })
    return { ...gap, title, citizen }
  })
}

function firstShowing(
  loaded: LoadedRuleSet,
  shows: Shown,
  days: readonly Day[],
  until: Day | null,
): GeneratedRun | null {
  for (const day of days) {
    const run = exampleShowing(loaded, diagramOf(loaded.compiled, day), shows, until)
    if (run !== null) return run
  }
  return null
}

function citizenFrom({ compiled }: LoadedRuleSet, shows: Shown, run: GeneratedRun): GeneratedCitizen {
  const { service, questions } = compiled.ruleSet
  return {
    example: {
      name: `${unnamedMark}: ${titleOf(shows)}`,
      on: run.on,
      answers: run.answers,
      documents: run.documents,
      expect: run.expect,
    },
    file: `${service}/examples/${run.on}-zu-benennen-${slugOf(shows)}.json`,
    answers: citizenInWords(questions, run.answers),
  }
}

function titleOf(shows: Shown): string {
  switch (shows.kind) {
    case 'rule':
      return `Regel „${shows.id}“ greift${shows.holds ? '' : ' nicht'}`
    case 'document':
      return `Unterlage „${shows.id}“ ist ${shows.holds ? '' : 'nicht '}nötig`
    case 'verdict':
      return `Ergebnis „${outcomeNames[shows.verdict]}“`
  }
}

function slugOf(shows: Shown): string {
  if (shows.kind === 'verdict') return `ergebnis-${shows.verdict.toLowerCase()}`
  const kind = { rule: 'regel', document: 'unterlage' }[shows.kind]
  return `${kind}-${shows.id.replaceAll('_', '-')}-${shows.holds ? 'ja' : 'nein'}`
}
