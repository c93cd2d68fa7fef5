import { evaluate, type Evaluation, type PrecheckInput } from '../precheck/evaluate.js'
import type { Precheck } from '../precheck/precheck.js'
import { precheckOf } from '../precheck/precheck-of.js'
import type { RuleSet } from '../precheck/rule-set.js'
import { disagreements } from '../precheck/second-opinion.js'
import { chooseRuleSet } from './choose-rule-set.js'
import { dialogue } from './dialogue.js'
import { exampleFiles, type Example, type ExampleFile, type Expectation } from './example-files.js'
import type { FileProblem } from './file-problem.js'
import { readPrecheckInput } from './precheck-input.js'
import type { Report } from './known-facts.js'
import type { LoadedRuleSet } from './rule-files.js'
import type { Rulebook } from './rulebook.js'

/** An example that could be run, with what it showed. */
export interface ExampleRun {
  readonly file: string
  readonly name: string
  readonly ruleSet: LoadedRuleSet
  readonly input: PrecheckInput
  readonly result: Precheck
  readonly evaluation: Evaluation
}

export interface ExampleRuns {
  readonly runs: readonly ExampleRun[]
  readonly problems: readonly FileProblem[]
}

/** What became of one example: it passes if there are no problems. */
export interface ExampleOutcome {
  readonly file: string
  readonly name: string
  /** `null` if it could not be run. */
  readonly run: ExampleRun | null
  readonly problems: readonly FileProblem[]
}

/** Told before each example how many are done; what it waits for is waited for, so that a server can answer others in between. */
export type BeforeEach = (done: number, total: number) => Promise<void>

/** Runs all examples of a service. */
export async function runExamples(
  rulebook: Rulebook,
  folder: string,
  service: string,
  beforeEach: BeforeEach = async () => {},
): Promise<ExampleRuns> {
  const runs: ExampleRun[] = []
  const problems: FileProblem[] = []
  const files = exampleFiles(folder, service)
  for (const [done, file] of files.entries()) {
    await beforeEach(done, files.length)
    const outcome = await runExample(rulebook, file)
    if (outcome.run !== null) runs.push(outcome.run)
    problems.push(...outcome.problems)
  }
  return { runs, problems }
}

/** Full evaluation, adaptive dialogue and json-rules-engine must each say what the example expects. */
export async function runExample(rulebook: Rulebook, read: ExampleFile): Promise<ExampleOutcome> {
  const { file, name, example } = read
  const problems: FileProblem[] = read.problems.map((problem) => ({ file, ...problem }))
  const report: Report = (pointer, message) => problems.push({ file, pointer, message })
  const run = example === null ? null : prepare(rulebook, read, example, report)
  if (run !== null) {
    compareWith(example!.expect, run, report)
    await askTheEngine(run, report)
  }
  return { file, name, run, problems }
}

function prepare(
  rulebook: Rulebook,
  { service, file }: ExampleFile,
  example: Example,
  report: Report,
): ExampleRun | null {
  const ruleSet = chooseRuleSet(rulebook, service, example.on, example.answers)
  if (ruleSet === null) {
    report('/on', 'An diesem Tag ist kein Regelwerk in Kraft.')
    return null
  }
  const { compiled } = ruleSet
  const read = readPrecheckInput(compiled.ruleSet, { answers: example.answers, documents: example.documents })
  if (!read.ok) {
    read.problems.forEach(({ pointer, message }) => report(pointer, message))
    return null
  }
  const input = { ...read.input, today: example.on }
  return {
    file,
    name: example.name,
    ruleSet,
    input,
    result: precheckOf(compiled, input),
    evaluation: evaluate(compiled, input.answers, input.today),
  }
}

/** What came out of an example, in the form in which it says what it expects. */
export const shownBy = ({
  documents,
  findings,
  verdict,
  fee,
}: Precheck): Required<Omit<Expectation, 'notAsked'>> => ({
  verdict,
  missing: documents.filter(({ state }) => state === 'missing').map(({ id }) => id),
  findings: findings.map(({ rule }) => rule),
  fee,
})

function compareWith(expect: Expectation, { ruleSet, input, result }: ExampleRun, report: Report): void {
  const { asked, result: adaptive, stoppedAt } = dialogue(ruleSet.compiled, input)
  checkNames(expect, ruleSet.compiled.ruleSet, report)
  const { verdict, missing, findings, fee } = shownBy(result)
  same(verdict, expect.verdict, '/expect/verdict', report)
  sameSet(missing, expect.missing, '/expect/missing', report)
  sameSet(findings, expect.findings, '/expect/findings', report)
  if (expect.fee !== undefined) same(fee, expect.fee, '/expect/fee', report)
  for (const id of expect.notAsked ?? [])
    if (asked.includes(id)) report('/expect/notAsked', `„${id}“ wird gefragt.`)
  if (expect.verdict === 'open') return
  if (stoppedAt !== null) report('/answers', `Das Beispiel lässt „${stoppedAt}“ offen.`)
  if (adaptive.verdict !== result.verdict)
    report(
      '/expect/verdict',
      `Frage für Frage kommt ${adaptive.verdict} heraus, auf einmal ${result.verdict}.`,
    )
}

/** A misspelt question would never be asked, and the example would pass for that. */
function checkNames(expect: Expectation, { questions, documents, rules }: RuleSet, report: Report): void {
  const known = { missing: documents, findings: rules, notAsked: questions }
  for (const list of ['missing', 'findings', 'notAsked'] as const)
    expect[list]?.forEach((name, i) => {
      if (!known[list].some(({ id }) => id === name))
        report(`/expect/${list}/${i}`, `Die Kennung „${name}“ gibt es im Regelwerk nicht.`)
    })
}

function same(actual: unknown, expected: unknown, pointer: string, report: Report): void {
  if (actual !== expected)
    report(pointer, `Erwartet: ${JSON.stringify(expected)}, herausgekommen: ${JSON.stringify(actual)}.`)
}

function sameSet(
  actual: readonly string[],
  expected: readonly string[] | undefined,
  pointer: string,
  report: Report,
) {
  if (expected !== undefined) same(inOrder(actual), inOrder(expected), pointer, report)
}

const inOrder = (names: readonly string[]): string =>
  names.length === 0 ? 'nichts' : names.toSorted().join(', ')

async function askTheEngine({ ruleSet, input }: ExampleRun, report: Report): Promise<void> {
  for (const { what } of await disagreements(ruleSet.compiled, input.answers, input.today))
    report('', `Zweite Auswertung (json-rules-engine) widerspricht bei ${what}.`)
}
