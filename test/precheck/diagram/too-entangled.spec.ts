import { compile } from '../../../src/precheck/compile.js'
import { TooEntangled } from '../../../src/precheck/diagram/too-entangled.js'
import { nextQuestion } from '../../../src/precheck/diagram/ask-next.js'
import { narrow } from '../../../src/precheck/diagram/narrow.js'
import { mostLeft, questionsInAll, questionsLeft } from '../../../src/precheck/diagram/questions-left.js'
import { drawDiagram } from '../../../src/precheck/diagram/rule-diagram.js'
import type { Condition, RuleSet } from '../../../src/precheck/rule-set.js'
import { processorTime } from '../../support/processor-time.js'
import { aDocument, aRule, aRuleSet, is, yesNo } from '../../support/rule-set-builder.js'
import { ids, optionsApart, pairsOrderedApart, tangled } from './support/entangled-rule-sets.js'

const today = '2026-11-24'
it.each<[string, RuleSet, RegExp]>([
  ['pairs that are asked far apart', pairsOrderedApart(12), /[ab]\d/],
  ['many options against many options', optionsApart(30), /hier|dort/],
  ['hundreds of rules over questions from all over', tangled(120), /q\d/],
])('ends soon and names the questions: %s', (_, ruleSet, named) => {
  const compiled = compile(ruleSet)
  const before = process.memoryUsage().heapUsed
  const start = processorTime()
  const error = thrownBy(() => narrow(compiled, {}, today))
  expect(error).toBeInstanceOf(TooEntangled)
  const { facts, message } = error as TooEntangled
  expect(facts.length).toBeGreaterThan(1)
  expect(facts.every((id) => ruleSet.questions.some((question) => question.id === id))).toBe(true)
  expect(message).toMatch(named)
  expect(processorTime() - start).toBeLessThan(8_000)
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(400_000_000)
})

it('draws what is small, and says so where the ways through it are too many to count', () => {
  const both = (i: number): Condition => ({ all: [is(`a${i}`), is(`b${i}`)] })
  const questions = [...ids(18, 'a'), ...ids(18, 'b')].map((id) => yesNo(id))
  const documents = ids(18, 'd').map((id, i) => aDocument(id, { neededWhen: both(i) }))
  const compiled = compile(aRuleSet({ questions, documents }))
  const start = processorTime()
  expect(drawDiagram(compiled, today).diagrams.size).toBeLessThan(1_000)
  const atFirst = narrow(compiled, {}, today)
  expect(questionsLeft(atFirst)).toBeNull()
  expect(mostLeft(atFirst)).toBe(36)
  expect(nextQuestion(atFirst)).toBe('a0')
  expect(processorTime() - start).toBeLessThan(5_000)
  // Further on there are few enough.
  const most = Object.fromEntries(ids(14, 'a').map((id) => [id, true]))
  expect(questionsLeft(narrow(compiled, most, today))).toMatchObject({ fewest: 18, most: 22, mean: 20 })
})

it('works through hundreds of questions, one deep below the other', () => {
  const chain = ids(400, 'q').map((id, i) => yesNo(id, i === 0 ? {} : { askWhen: is(`q${i - 1}`) }))
  const compiled = compile(aRuleSet({ questions: chain, rules: [aRule('ende', 'notEligible', is('q399'))] }))
  expect(nextQuestion(narrow(compiled, { q0: true, q1: true }, today))).toBe('q2')
  expect(questionsInAll(drawDiagram(compiled, today))).toMatchObject({ fewest: 1, most: 400 })
})

function thrownBy(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}
