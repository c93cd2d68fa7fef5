import type { Condition } from '../../src/precheck/rule-set.js'
import { problemLine } from '../../src/rulebook/file-problem.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { processorTime } from '../support/processor-time.js'
import { aRule, is, yesNo } from '../support/rule-set-builder.js'
import { emptyRules, sound, type RulesFolder } from './support/rules-folder.js'

const file = 'probe/2025-01-01.json'
const patience = 10_000

let rules: RulesFolder
beforeEach(() => {
  rules = emptyRules()
})
afterEach(() => rules.remove())

const linesOf = () => Rulebook.from(rules.folder).problems.map(problemLine)

describe('conditions', () => {
  const all = (count: number): Condition => ({ all: Array.from({ length: count }, () => is('hier', false)) })
  const withRules = (conditions: readonly Condition[]) =>
    sound({ rules: conditions.map((when, i) => aRule(`r${i}`, 'wrongAuthority', when)) })

  it('with more comparisons than anyone can read are refused at their place', () => {
    rules.write(file, withRules([is('hier', false), { any: [all(100), all(100), is('hier')] }]))
    expect(linesOf()).toEqual([
      `${file}:/rules/1/when: Diese Bedingung hat 201 Vergleiche, höchstens 200 sind möglich; bitte in mehrere Regeln aufteilen.`,
    ])
  })

  it('that are too many together are refused', () => {
    rules.write(file, withRules(Array.from({ length: 41 }, () => all(100))))
    expect(linesOf()).toEqual([
      `${file}:: Alle Bedingungen zusammen haben 4100 Vergleiche, höchstens 4000 sind möglich.`,
    ])
  })

  it.each([
    [
      'askWhen, twice as many with every question',
      sound({
        questions: Array.from({ length: 60 }, (_, i) =>
          yesNo(`f${i}`, i === 0 ? {} : { askWhen: { any: [is(`f${i - 1}`), is(`f${i - 1}`, false)] } }),
        ),
        rules: [aRule('r', 'notEligible', is('f59'))],
      }),
      '/questions/59',
    ],
    [
      'derived facts, ten times as many with every step',
      sound({
        questions: [{ id: 'zahl', text: 'Wie viele?', kind: 'integer', source: '§ 1 Probe' }],
        derived: Array.from({ length: 60 }, (_, i) => ({
          fact: `d${i}`,
          function: 'sum',
          of: Array.from({ length: 10 }, () => (i === 0 ? 'zahl' : `d${i - 1}`)),
        })),
        rules: [aRule('r', 'notEligible', { fact: 'd59', operator: 'lessThan', value: 1 })],
      }),
      '/derived/59',
    ],
  ])('that lead to others without end are refused: %s', (_, ruleSet, pointer) => {
    rules.write(file, ruleSet)
    const began = processorTime()
    expect(linesOf()).toEqual([
      expect.stringContaining(
        `${file}:${pointer}: Über askWhen und abgeleitete Merkmale führen die Bedingungen zu mehr`,
      ),
    ])
    expect(processorTime() - began).toBeLessThan(patience)
  })

  it('over facts that are made of each other are refused where the circle begins', () => {
    const derived = [
      { fact: 'a', function: 'firstOfMonth', of: ['b'] },
      { fact: 'b', function: 'firstOfMonth', of: ['a'] },
    ]
    rules.write(file, sound({ derived }))
    expect(linesOf()).toEqual([`${file}:/derived/0: Merkmale hängen im Kreis voneinander ab: a → b → a.`])
  })

  it.each(['path', 'params'])('with %s are refused', (key) => {
    rules.write(file, withRules([{ ...is('hier', false), [key]: '$..[?(process.exit())]' } as Condition]))
    expect(linesOf()).toEqual([
      `${file}:/rules/0/when: Der Schlüssel „${key}“ gehört nicht hierher; bitte entfernen oder richtig schreiben.`,
    ])
  })
})
