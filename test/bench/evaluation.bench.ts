import fc from 'fast-check'
import { evaluate } from '../../src/precheck/evaluate.js'
import type { Answers } from '../../src/precheck/rule-set.js'
import { engineTruths } from '../../src/precheck/second-opinion.js'
import type { LoadedRuleSet } from '../../src/rulebook/rule-files.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { anyAnswers } from '../support/random-answers.js'
import { lessIsBetter, median, type Row } from './row.js'

const today = '2026-11-24'
const rounds = 7
const cases = 40

/** The compiled evaluation beside json-rules-engine for the same rule set, interleaved, on the same complete answers. */
export async function evaluationRows(): Promise<Row[]> {
  const rulebook = Rulebook.from('rules')
  const rows: Row[] = []
  for (const service of rulebook.services()) {
    const ruleSet = rulebook.inForce(service, today)
    if (ruleSet !== null) rows.push(await rowOf(ruleSet))
  }
  return rows
}

async function rowOf({ compiled, id }: LoadedRuleSet): Promise<Row> {
  const answers = fc.sample(anyAnswers(compiled.ruleSet, today, { complete: true }), {
    numRuns: cases,
    seed: 7,
  })
  const ours: number[] = []
  const engine: number[] = []
  for (let round = 0; round < rounds; round++) {
    ours.push(microseconds(() => repeat(200, answers, (given) => evaluate(compiled, given, today))) / 200)
    engine.push(
      await microsecondsOf(() =>
        eachInTurn(answers, (given) => engineTruths(compiled.ruleSet, given, today)),
      ),
    )
  }
  const { rules, questions } = compiled.ruleSet
  const name = `evaluate ${id} (${rules.length} rules, ${questions.length} questions) · json-rules-engine, one engine a run`
  return lessIsBetter(name, median(ours) / cases, median(engine) / cases, 'µs')
}

function repeat(times: number, answers: readonly Answers[], work: (answers: Answers) => unknown): void {
  for (let i = 0; i < times; i++) for (const given of answers) work(given)
}

async function eachInTurn(
  answers: readonly Answers[],
  work: (answers: Answers) => Promise<unknown>,
): Promise<void> {
  for (const given of answers) await work(given)
}

function microseconds(work: () => void): number {
  const start = performance.now()
  work()
  return (performance.now() - start) * 1000
}

async function microsecondsOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) * 1000
}
