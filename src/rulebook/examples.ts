import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { evaluate, type Evaluation, type PrecheckInput } from '../precheck/evaluate.js'
import type { Precheck, Verdict } from '../precheck/precheck.js'
import { precheckOf } from '../precheck/precheck-of.js'
import type { Day } from '../precheck/rule-set.js'
import { disagreements } from '../precheck/second-opinion.js'
import { shapeCheck, type ShapeCheck } from './check-shape.js'
import { chooseRuleSet } from './choose-rule-set.js'
import { dialogue } from './dialogue.js'
import type { FileProblem } from './file-problem.js'
import { readPrecheckInput } from './precheck-input.js'
import type { Report } from './known-facts.js'
import { readJson } from './read-json.js'
import type { LoadedRuleSet } from './rule-files.js'
import type { Rulebook } from './rulebook.js'

/** One citizen with answers and documents, and what has to come out (`rules/<service>/examples/*.json`). */
interface ExampleFile {
  readonly name: string
  readonly on: Day
  readonly answers: Readonly<Record<string, unknown>>
  readonly documents: Readonly<Record<string, unknown>>
  readonly expect: Expectation
}

interface Expectation {
  readonly verdict: Verdict
  readonly missing?: readonly string[]
  readonly findings?: readonly string[]
  readonly fee?: number | null
  readonly notAsked?: readonly string[]
}

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

/** Runs all examples of a service: full evaluation, adaptive dialogue and json-rules-engine must say what is expected. */
export async function runExamples(rulebook: Rulebook, folder: string, service: string): Promise<ExampleRuns> {
  const place = join(folder, service, 'examples')
  if (!existsSync(place)) return { runs: [], problems: [] }
  const checkShape = shapeCheck(folder, 'example.schema.json')
  const runs: ExampleRun[] = []
  const problems: FileProblem[] = []
  for (const name of exampleNames(place)) {
    const file = `${service}/examples/${name}`
    const report: Report = (pointer, message) => problems.push({ file, pointer, message })
    const example = readExample(join(place, name), checkShape, report)
    const run = example && prepare(rulebook, service, file, example, report)
    if (!run) continue
    runs.push(run)
    compareWith(example.expect, run, report)
    await askTheEngine(run, report)
  }
  return { runs, problems }
}

const exampleNames = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()

function readExample(path: string, checkShape: ShapeCheck, report: Report): ExampleFile | null {
  const read = readJson(path)
  if (!read.ok) {
    report('', read.message)
    return null
  }
  const shape = checkShape(read.json)
  for (const { pointer, message } of shape) report(pointer, message)
  return shape.length === 0 ? (read.json as ExampleFile) : null
}

function prepare(
  rulebook: Rulebook,
  service: string,
  file: string,
  example: ExampleFile,
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

function compareWith(expect: Expectation, { ruleSet, input, result }: ExampleRun, report: Report): void {
  const { asked, result: adaptive, stoppedAt } = dialogue(ruleSet.compiled, input)
  const missing = result.documents.filter(({ state }) => state === 'missing').map(({ id }) => id)
  const findings = result.findings.map(({ rule }) => rule)
  same(result.verdict, expect.verdict, '/expect/verdict', report)
  sameSet(missing, expect.missing, '/expect/missing', report)
  sameSet(findings, expect.findings, '/expect/findings', report)
  if (expect.fee !== undefined) same(result.fee, expect.fee, '/expect/fee', report)
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
  if (expected !== undefined)
    same(actual.toSorted().join(', '), expected.toSorted().join(', '), pointer, report)
}

async function askTheEngine({ ruleSet, input }: ExampleRun, report: Report): Promise<void> {
  for (const { what } of await disagreements(ruleSet.compiled, input.answers, input.today))
    report('', `Zweite Auswertung (json-rules-engine) widerspricht bei ${what}.`)
}
