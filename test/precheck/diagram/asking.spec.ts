import fc from 'fast-check'
import { compile } from '../../../src/precheck/compile.js'
import { nextQuestion } from '../../../src/precheck/diagram/ask-next.js'
import { narrow } from '../../../src/precheck/diagram/narrow.js'
import {
  evenWeights,
  mostLeft,
  questionsInAll,
  questionsLeft,
  type QuestionsLeft,
  type Weigh,
} from '../../../src/precheck/diagram/questions-left.js'
import { drawDiagram, type RuleDiagram } from '../../../src/precheck/diagram/rule-diagram.js'
import { precheckOf } from '../../../src/precheck/precheck-of.js'
import type { RuleSet } from '../../../src/precheck/rule-set.js'
import { aDocument, aRule, aRuleSet, is, yesNo } from '../../support/rule-set-builder.js'
import { anyConversation } from './support/any-conversation.js'
import { inOrder, played } from './support/playing.js'
import { anyRuleSet, today } from './support/random-rule-set.js'

/** Weights as past cases might have them, the same for the same diagram. */
const anyWeigh: fc.Arbitrary<Weigh> = fc
  .array(fc.integer({ min: 1, max: 50 }), { minLength: 7, maxLength: 7 })
  .map(
    (counts) =>
      ({ axes }: RuleDiagram) =>
        axes.map(({ cells }, variable) => {
          const own = cells.map((_, cell) => counts[(3 * variable + cell) % counts.length]!)
          const sum = own.reduce((a, b) => a + b, 0)
          return own.map((count) => count / sum)
        }),
  )

const expectSame = (counted: QuestionsLeft | null, played: QuestionsLeft): void => {
  expect(counted).toMatchObject({ fewest: played.fewest, most: played.most })
  expect(counted!.mean).toBeCloseTo(played.mean, 9)
}

it('counts what is left as if every conversation were played to its end', () => {
  fc.assert(
    fc.property(anyConversation(anyRuleSet()), ({ ruleSet, given }) => {
      const compiled = compile(ruleSet)
      const narrowed = narrow(compiled, given, today)
      const weights = evenWeights(narrowed.diagram)
      const left = played(narrowed.diagram, inOrder, weights, narrowed.known, Object.keys(given))
      expectSame(questionsLeft(narrowed), left)
      expect(mostLeft(narrowed)).toBe(left.most)
    }),
    { numRuns: 120 },
  )
})

it('counts by how often each answer is given', () => {
  fc.assert(
    fc.property(anyRuleSet(), anyWeigh, (ruleSet, weigh) => {
      const diagram = drawDiagram(compile(ruleSet), today)
      expectSame(questionsInAll(diagram, weigh), played(diagram, inOrder, weigh(diagram)))
    }),
    { numRuns: 60 },
  )
})

/** Some of the questions together in one group, the others in another. */
const grouped = (ruleSet: RuleSet, isFirst: readonly boolean[]): RuleSet => ({
  ...ruleSet,
  questions: ruleSet.questions.map((question, i) => ({ ...question, group: isFirst[i] ? 'eins' : 'zwei' })),
})

it('never asks more on average than the author’s order would', () => {
  const anyGroups = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 })
  let saved = 0
  fc.assert(
    fc.property(anyRuleSet({ most: 5 }), anyGroups, anyWeigh, fc.boolean(), (plain, groups, past, isEven) => {
      const weigh = isEven ? evenWeights : past
      const diagram = drawDiagram(compile(grouped(plain, groups)), today)
      fc.pre(diagram.axes.reduce((product, { cells }) => product * cells.length, 1) < 2_000)
      const ours = played(diagram, (at) => nextQuestion(at, undefined, weigh), weigh(diagram))
      const authors = played(diagram, inOrder, weigh(diagram))
      expect(ours.mean).toBeLessThanOrEqual(authors.mean + 1e-9)
      saved += authors.mean - ours.mean
    }),
    { numRuns: 150 },
  )
  expect(saved).toBeGreaterThan(1)
})

describe('two questions that can end the case alike', () => {
  const ruleSet = aRuleSet({
    questions: ['erste', 'zweite', 'dritte'].map((id) => yesNo(id)),
    rules: [aRule('a', 'notEligible', is('erste')), aRule('b', 'notEligible', is('zweite'))],
    documents: [aDocument('nachweis', { neededWhen: is('dritte') })],
  })
  const input = { answers: {}, evidence: {}, today }
  const compiled = compile(ruleSet)

  it('come in the author’s order while nothing is known of past cases', () => {
    expect(precheckOf(compiled, input).next?.question).toBe('erste')
  })
  it('come in the other order where past cases ended with the second', () => {
    const past: Weigh = ({ axes }) => axes.map(({ name }) => (name === 'zweite' ? [0.9, 0.1] : [0.1, 0.9]))
    expect(precheckOf(compiled, input, past).next?.question).toBe('zweite')
    expect(precheckOf(compiled, input).next?.question).toBe('erste')
  })
  it('stay in the author’s order for less than a tenth of a question', () => {
    const past: Weigh = ({ axes }) => axes.map(({ name }) => (name === 'zweite' ? [0.52, 0.48] : [0.5, 0.5]))
    expect(precheckOf(compiled, input, past).next?.question).toBe('erste')
  })
})

it('does not take a fact for known that also takes another question', () => {
  // "erste" alone settles nothing: the days between the two are known with both. One answer of four ends the case.
  const date = (id: string) => ({ ...yesNo(id), kind: 'date' as const })
  const options = ['a', 'b', 'c', 'd'].map((value) => ({ value, label: value }))
  const ruleSet = aRuleSet({
    questions: [{ ...yesNo('ort'), kind: 'choice', options }, date('erste'), date('zweite')],
    derived: [{ fact: 'tage', function: 'daysBetween', of: ['erste', 'zweite'] }],
    rules: [
      aRule('ende', 'wrongAuthority', is('ort', 'a')),
      aRule('frist', 'notEligible', { fact: 'tage', operator: 'greaterThan', value: 14 }),
    ],
  })
  expect(nextQuestion(narrow(compile(ruleSet), {}, today))).toBe('ort')
})
