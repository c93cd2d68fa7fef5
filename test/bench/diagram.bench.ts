import fc from 'fast-check'
import { drawDiagram } from '../../src/precheck/diagram/rule-diagram.js'
import { precheckOf } from '../../src/precheck/precheck-of.js'
import type { Answers } from '../../src/precheck/rule-set.js'
import { engineTruths } from '../../src/precheck/second-opinion.js'
import type { LoadedRuleSet } from '../../src/rulebook/rule-files.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { anyAnswers } from '../support/random-answers.js'
import { lessIsBetter, median, percentile, type Row } from './row.js'

const today = '2026-11-24'
const citizens = 40

/**
 * What one more answer at the counter costs: the whole pre-check with the next question and what each of its answers
 * would lead to, beside one run of json-rules-engine that says only which conditions hold.
 */
export async function diagramRows(): Promise<Row[]> {
  const rulebook = Rulebook.from('rules')
  const rows: Row[] = []
  for (const service of rulebook.services()) rows.push(await rowOf(rulebook.inForce(service, today)!))
  return rows
}

async function rowOf({ compiled, id }: LoadedRuleSet): Promise<Row> {
  const drawing = Array.from({ length: 7 }, () => milliseconds(() => drawDiagram(compiled, today)))
  const { diagrams, axes } = drawDiagram(compiled, today)
  const random = anyAnswers(compiled.ruleSet, today, { complete: true })
  const whole = fc.sample(random, { numRuns: citizens, seed: 7 })
  // The second time round: in the morning the first clerk waits for the diagram, and nobody after.
  const first = whole.flatMap((answers) => conversation(compiled, answers))
  const again = whole.flatMap((answers) => conversation(compiled, answers))
  const engine: number[] = []
  for (const answers of whole.slice(0, 10)) {
    const start = performance.now()
    await engineTruths(compiled.ruleSet, answers, today)
    engine.push(performance.now() - start)
  }
  const told = [
    `${axes.length} variables, ${diagrams.size} nodes, drawn in ${figure(median(drawing))} ms`,
    `an answer at worst ${figure(Math.max(...first))} ms, p95 ${figure(percentile(again, 0.95))} ms`,
  ]
  return lessIsBetter(
    `answer ${id}: ${told.join(', ')} · json-rules-engine`,
    median(again),
    median(engine),
    'ms',
  )
}

/** Milliseconds of every pre-check on the way of one citizen. */
function conversation(compiled: LoadedRuleSet['compiled'], citizen: Answers): number[] {
  const times: number[] = []
  let answers: Answers = {}
  for (;;) {
    const start = performance.now()
    const { next } = precheckOf(compiled, { answers, evidence: {}, today })
    times.push(performance.now() - start)
    if (next === null) return times
    answers = { ...answers, [next.question]: citizen[next.question]! }
  }
}

function milliseconds(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

const figure = (value: number): string => value.toPrecision(2)
