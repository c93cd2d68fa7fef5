import { compile } from '../../../src/precheck/compile.js'
import { addDays } from '../../../src/precheck/day.js'
import { diagramOf } from '../../../src/precheck/diagram/diagram-of.js'
import { narrow, relevantQuestions } from '../../../src/precheck/diagram/narrow.js'
import { aRule, aRuleSet, is, yesNo } from '../../support/rule-set-builder.js'
import { pairsOrderedApart } from './support/entangled-rule-sets.js'

const today = '2026-11-24'

it('draws a diagram once a day, and forgets the day that was not asked for longest', () => {
  const compiled = compile(aRuleSet({ questions: [yesNo('a')], rules: [aRule('r', 'notEligible', is('a'))] }))
  const drawn = diagramOf(compiled, today)
  expect(diagramOf(compiled, today)).toBe(drawn)
  const tomorrow = diagramOf(compiled, addDays(today, 1))
  for (let days = 2; days < 5; days++) {
    diagramOf(compiled, addDays(today, days))
    expect(diagramOf(compiled, today)).toBe(drawn)
  }
  expect(diagramOf(compiled, addDays(today, 1))).not.toBe(tomorrow)
})

it('draws a diagram anew before the work with it piles up', () => {
  const compiled = compile(pairsOrderedApart(5))
  const drawnWith = diagramOf(compiled, today).diagrams.steps
  let most = 0
  let redrawn = 0
  for (let i = 0; i < 30; i++) {
    const answers = { [`b${i % 5}`]: `w${Math.floor(i / 5)}` }
    const before = diagramOf(compiled, today)
    expect(relevantQuestions(narrow(compiled, answers, today))).toHaveLength(9)
    most = Math.max(most, before.diagrams.steps)
    redrawn += diagramOf(compiled, today) === before ? 0 : 1
  }
  expect(redrawn).toBeGreaterThan(0)
  expect(most).toBeLessThan(drawnWith + 200_000)
})

it('gives an answer like no other a cell of its own', () => {
  const options = [{ value: 'alt', label: 'alt' }]
  const compiled = compile(
    aRuleSet({
      questions: [{ ...yesNo('a'), kind: 'choice', options }, yesNo('b')],
      rules: [
        aRule('alt', 'notEligible', { all: [is('a', 'alt'), is('b')] }),
        aRule('neu', 'needsReview', { fact: 'a', operator: 'notEqual', value: 'alt' }),
      ],
    }),
  )
  expect(relevantQuestions(narrow(compiled, { a: 'alt' }, today))).toEqual(['b'])
  expect(relevantQuestions(narrow(compiled, { a: 'gab es früher' }, today))).toEqual([])
})
