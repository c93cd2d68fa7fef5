import { compile } from '../../../src/precheck/compile.js'
import { addDays } from '../../../src/precheck/day.js'
import { drawDiagram } from '../../../src/precheck/diagram/rule-diagram.js'
import { ColumnWriter } from '../../../src/precheck/replay/column-writer.js'
import { answerFrequencies } from '../../../src/precheck/replay/frequencies.js'
import { sampleCases } from '../../../src/precheck/replay/sample-cases.js'
import { Rulebook } from '../../../src/rulebook/rulebook.js'
import { aRule, aRuleSet, is, yesNo } from '../../support/rule-set-builder.js'

const compiled = compile(
  aRuleSet({
    questions: [
      yesNo('mietet'),
      { id: 'einzug', text: 'Einzug?', kind: 'date', source: '§ 1 Probe' },
      yesNo('nie_gefragt'),
    ],
    derived: [{ fact: 'tage', function: 'daysBetween', of: ['einzug', 'today'] }],
    rules: [
      aRule('mieter', 'needsReview', is('mietet')),
      aRule('zu-spaet', 'notice', { fact: 'tage', operator: 'greaterThan', value: 14 }),
      aRule('nie', 'notice', is('nie_gefragt')),
    ],
  }),
)

it('counts how often each answer was given, days seen from the day of the case', () => {
  const writer = new ColumnWriter()
  for (let i = 0; i < 99; i++) {
    const today = addDays('2024-01-10', i)
    writer.add(compiled, {
      answers: { mietet: i % 3 === 0, einzug: addDays(today, i % 9 === 0 ? -20 : -3) },
      evidence: {},
      today,
    })
  }
  const diagram = drawDiagram(compiled, '2026-11-24')
  const shares = answerFrequencies(diagram, writer.finish('probe', [...Array(99).keys()]))
  const named = Object.fromEntries(diagram.axes.map(({ name }, i) => [name, shares[i]!]))
  expect(named['mietet']).toEqual([33.5 / 100, 66.5 / 100])
  expect(named['einzug']!.toSorted()).toEqual([11.5 / 100, 88.5 / 100])
  expect(named['nie_gefragt']).toEqual([0.5, 0.5])
})

it('gives every axis shares that add up to 1, also those that several questions make up', () => {
  const { compiled } = Rulebook.from('rules').inForce('wohnberechtigungsschein', '2026-11-24')!
  const diagram = drawDiagram(compiled, '2026-11-24')
  expect(diagram.axes.some(({ questions }) => questions.length > 1)).toBe(true)
  const cases = sampleCases([compiled], { count: 200, seed: 1, from: '2026-11-24' })
  const shares = answerFrequencies(diagram, cases)
  expect(shares.map((cells) => cells.length)).toEqual(diagram.axes.map(({ cells }) => cells.length))
  for (const cells of shares) expect(cells.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
})
