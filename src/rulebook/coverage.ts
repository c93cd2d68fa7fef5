import { diagramOf } from '../precheck/diagram/diagram-of.js'
import { no, type Node } from '../precheck/diagram/diagrams.js'
import type { RuleDiagram } from '../precheck/diagram/rule-diagram.js'
import { outcomeNames } from '../precheck/outcome-names.js'
import { findingKinds, type Day, type RuleSet } from '../precheck/rule-set.js'
import { False, True } from '../precheck/truth.js'
import type { Outcome } from '../precheck/precheck.js'
import { daysInForce } from './days-in-force.js'
import type { ExampleRun } from './examples.js'
import type { FileProblem } from './file-problem.js'
import type { LoadedRuleSet } from './rule-files.js'

/** What an example can show of a rule set. */
export type Shown =
  | { readonly kind: 'rule'; readonly id: string; readonly at: number; readonly holds: boolean }
  | { readonly kind: 'document'; readonly id: string; readonly at: number; readonly holds: boolean }
  | { readonly kind: 'verdict'; readonly verdict: Outcome }

/** What no example shows though there are citizens for whom it is so. */
export interface CoverageGap extends FileProblem {
  readonly shows: Shown
}

/**
 * What no example of a rule set shows: each rule true and false, each document needed and not needed, each verdict
 * that the rule set can come to. What cannot happen on any day in force is no gap; `analysisOf` tells that.
 * @param until the last day in force; `null` if no rule set follows
 */
export function coverageGaps(
  loaded: LoadedRuleSet,
  runs: readonly ExampleRun[],
  until: Day | null = null,
): CoverageGap[] {
  const own = runs.filter(({ ruleSet }) => ruleSet.id === loaded.id)
  const missing = toBeShown(loaded.compiled.ruleSet).filter(
    (shows) => !own.some((run) => isShownBy(run, shows)),
  )
  if (missing.length === 0) return []
  const diagrams = daysInForce(loaded, until).map((day) => diagramOf(loaded.compiled, day))
  return missing
    .filter((shows) => diagrams.some((diagram) => whereShown(diagram, shows) !== no))
    .map((shows) => ({ file: loaded.file, ...gapInWords(shows), shows }))
}

/** All that the examples of a rule set have to show together. */
const toBeShown = ({ rules, documents }: RuleSet): Shown[] => [
  ...rules.flatMap(({ id }, at) => [true, false].map((holds) => ({ kind: 'rule' as const, id, at, holds }))),
  ...documents.flatMap(({ id, neededWhen }, at) =>
    (neededWhen === undefined ? [true] : [true, false]).map((holds) => ({
      kind: 'document' as const,
      id,
      at,
      holds,
    })),
  ),
  ...verdictsOf({ rules, documents }).map((verdict) => ({ kind: 'verdict' as const, verdict })),
]

/** The verdicts that a rule set has the means for. */
function verdictsOf({ rules, documents }: Pick<RuleSet, 'rules' | 'documents'>): Outcome[] {
  const byFinding = findingKinds.flatMap((kind) =>
    kind !== 'notice' && rules.some(({ finding }) => finding === kind) ? [kind] : [],
  )
  return [...byFinding, ...(documents.length > 0 ? (['missingDocuments'] as const) : []), 'complete']
}

/** Whether a run is an example of something that has to be shown. */
export function isShownBy(
  { evaluation, result }: Pick<ExampleRun, 'evaluation' | 'result'>,
  shows: Shown,
): boolean {
  if (shows.kind === 'verdict') return result.verdict === shows.verdict
  const truths = shows.kind === 'rule' ? evaluation.rules : evaluation.documents
  return truths[shows.at] === (shows.holds ? True : False)
}

/** The answers with which something is shown. */
export function whereShown(diagram: RuleDiagram, shows: Shown): Node {
  const { diagrams, outcome, rules, documents } = diagram
  if (shows.kind === 'verdict') {
    if (shows.verdict === 'complete') return outcome.clear
    if (shows.verdict === 'missingDocuments') return diagrams.and(outcome.clear, diagrams.any(documents))
    return outcome[shows.verdict]
  }
  const node = (shows.kind === 'rule' ? rules : documents)[shows.at]!
  return shows.holds ? node : diagrams.not(node)
}

const listOf = { rule: 'rules', document: 'documents' } as const

function gapInWords(shows: Shown): Pick<FileProblem, 'pointer' | 'message'> {
  if (shows.kind === 'verdict')
    return {
      pointer: '',
      message: `Kein Beispiel endet mit ${shows.verdict} (${outcomeNames[shows.verdict]}).`,
    }
  return {
    pointer: `/${listOf[shows.kind]}/${shows.at}`,
    message: gapWords[shows.kind](shows.id)[shows.holds ? 'yes' : 'no'],
  }
}

const gapWords = {
  rule: (id: string) => ({
    yes: `Kein Beispiel löst „${id}“ aus.`,
    no: `In keinem Beispiel bleibt „${id}“ ohne Wirkung.`,
  }),
  document: (id: string) => ({
    yes: `In keinem Beispiel ist „${id}“ nötig.`,
    no: `In keinem Beispiel ist „${id}“ entbehrlich.`,
  }),
}
