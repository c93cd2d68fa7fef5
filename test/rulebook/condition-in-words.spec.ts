import { expect, test } from '@jest/globals'
import type { Condition } from '../../src/precheck/rule-set.js'
import { conditionInWords, conditionSentence } from '../../src/rulebook/condition-in-words.js'
import { forEachCondition } from '../../src/rulebook/each-condition.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { aRuleSet, is, yesNo } from '../support/rule-set-builder.js'

const source = '§ 1 Probe'
const ruleSet = aRuleSet({
  questions: [
    yesNo('mietet', { text: 'Mieten Sie?' }),
    {
      id: 'art',
      text: 'Welche Art?',
      kind: 'choice',
      source,
      options: [
        { value: 'erst', label: 'Erstantrag' },
        { value: 'weiter', label: 'Weiterleistung' },
      ],
    },
    {
      id: 'bezuege',
      text: 'Welche Bezüge?',
      kind: 'choices',
      source,
      options: [{ value: 'rente', label: 'Rente' }],
    },
    { id: 'personen', text: 'Wie viele?', kind: 'integer', source },
    { id: 'miete', text: 'Wie teuer?', kind: 'euro', source },
    { id: 'einzug', text: 'Wann?', kind: 'date', source },
    { id: 'staat', text: 'Welcher Staat?', kind: 'country', source },
    { id: 'geboren', text: 'Geboren?', kind: 'date', source },
  ],
  derived: [
    { fact: 'alter', function: 'ageOn', of: ['geboren', 'today'], name: 'Alter' },
    { fact: 'frist', function: 'dayAfter', of: ['einzug'], with: { weeks: 2 }, name: 'Frist' },
    { fact: 'gruppe', function: 'blocOf', of: ['staat'] },
  ],
})
const said = (condition: Condition) => conditionSentence(conditionInWords(condition, ruleSet))

test.each<[Condition, string]>([
  [is('mietet'), 'wenn „Mieten Sie?“ mit Ja beantwortet ist'],
  [
    { fact: 'art', operator: 'notEqual', value: 'erst' },
    'wenn „Welche Art?“ anders als mit „Erstantrag“ beantwortet ist',
  ],
  [
    { fact: 'art', operator: 'in', value: ['erst', 'weiter'] },
    'wenn „Welche Art?“ mit „Erstantrag“ oder „Weiterleistung“ beantwortet ist',
  ],
  [
    { fact: 'bezuege', operator: 'doesNotContain', value: 'rente' },
    'wenn „Welche Bezüge?“ ohne „Rente“ beantwortet ist',
  ],
  [
    { fact: 'personen', operator: 'greaterThan', value: 10 },
    'wenn „Wie viele?“ mit mehr als 10 beantwortet ist',
  ],
  [
    { fact: 'miete', operator: 'lessThanInclusive', value: 500.5 },
    'wenn „Wie teuer?“ mit höchstens 500,50\u00a0€ beantwortet ist',
  ],
  [
    { fact: 'einzug', operator: 'lessThan', value: '2026-01-01' },
    'wenn „Wann?“ mit einem Tag vor dem 01.01.2026 beantwortet ist',
  ],
  [is('staat', 'XX'), 'wenn „Welcher Staat?“ mit staatenlos oder ungeklärt beantwortet ist'],
  [
    { fact: 'art', operator: 'isUnknown', value: true },
    'wenn „Welche Art?“ mit „weiß nicht“ beantwortet ist',
  ],
  [
    { fact: 'art', operator: 'isUnknown', value: false },
    'wenn „Welche Art?“ nicht mit „weiß nicht“ beantwortet ist',
  ],
  [{ fact: 'alter', operator: 'lessThan', value: 16 }, 'wenn „Alter“ weniger als 16 beträgt'],
  [
    { fact: 'frist', operator: 'greaterThanInclusive', value: '2026-02-28' },
    'wenn „Frist“ nicht vor dem 28.02.2026 liegt',
  ],
  [is('gruppe', 'third'), 'wenn „gruppe“ „Drittstaat“ ist'],
  [
    { fact: 'today', operator: 'greaterThan', value: '2026-12-31' },
    'wenn der Tag der Vorprüfung nach dem 31.12.2026 liegt',
  ],
])('a comparison in words: %j', (condition, words) => {
  expect(said(condition)).toBe(words)
})

test('groups inside groups stand in brackets, a group of one is that one, and "not" keeps its place', () => {
  expect(
    said({
      all: [
        { any: [is('mietet')] },
        { any: [is('art', 'erst'), { not: { all: [is('mietet', false), is('art', 'weiter')] } }] },
      ],
    }),
  ).toBe(
    'wenn „Mieten Sie?“ mit Ja beantwortet ist und („Welche Art?“ mit „Erstantrag“ beantwortet ist oder ' +
      '(nicht zutrifft, dass („Mieten Sie?“ mit Nein beantwortet ist und „Welche Art?“ mit „Weiterleistung“ ' +
      'beantwortet ist)))',
  )
  expect(said({ all: [] })).toBe('wenn nichts weiter verlangt ist')
})

test('every condition of every rule set is said in full: no ids of questions, no values of options, no gaps', () => {
  let count = 0
  for (const { compiled } of Rulebook.from('rules').all())
    forEachCondition(compiled.ruleSet, (condition) => {
      count++
      const words = conditionSentence(conditionInWords(condition, compiled.ruleSet))
      expect(words).not.toMatch(/undefined|null|NaN|\btrue\b|\bfalse\b|[a-z]_[a-z]/)
    })
  expect(count).toBeGreaterThan(500)
})
