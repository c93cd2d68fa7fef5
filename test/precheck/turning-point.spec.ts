import { describe, expect, test } from '@jest/globals'
import { compile } from '../../src/precheck/compile.js'
import { narrow } from '../../src/precheck/diagram/narrow.js'
import type { Answers, RuleSet } from '../../src/precheck/rule-set.js'
import { turningPoint } from '../../src/precheck/turning-point.js'
import { aRule, aRuleSet, is, yesNo } from '../support/rule-set-builder.js'

const today = '2026-11-24'
const source = '§ 1 Probe'
const at = (ruleSet: RuleSet, answers: Answers) => turningPoint(narrow(compile(ruleSet), answers, today))

const ruleSet = aRuleSet({
  questions: [
    yesNo('mietet', { text: 'Mieten Sie?', mayBeUnknown: true }),
    { id: 'geboren', text: 'Wann geboren?', kind: 'date', source },
    { id: 'einzug', text: 'Wann eingezogen?', kind: 'date', source },
    {
      id: 'bezuege',
      text: 'Welche Bezüge?',
      kind: 'choices',
      source,
      options: [
        { value: 'rente', label: 'Rente' },
        { value: 'lohn', label: 'Lohn' },
        { value: 'keine', label: 'Sonstiges' },
      ],
    },
    {
      id: 'art',
      text: 'Welche Art?',
      kind: 'choice',
      source,
      options: [
        { value: 'erst', label: 'Erstantrag' },
        { value: 'weiter', label: 'Weiterleistung' },
        { value: 'fremd', label: 'Antrag anderswo' },
      ],
    },
  ],
  derived: [
    { fact: 'alter', function: 'ageOn', of: ['geboren', 'today'] },
    { fact: 'alter_bei_einzug', name: 'Alter beim Einzug', function: 'ageOn', of: ['geboren', 'einzug'] },
  ],
  documents: [],
  rules: [
    aRule('anderswo', 'wrongAuthority', is('art', 'fremd')),
    aRule('kein-mieter', 'notEligible', is('mietet', false)),
    aRule('zu-jung', 'notEligible', { fact: 'alter', operator: 'lessThan', value: 18 }),
    aRule('kind', 'needsReview', { fact: 'alter_bei_einzug', operator: 'lessThan', value: 10 }),
    aRule('rente', 'needsReview', { fact: 'bezuege', operator: 'contains', value: 'rente' }),
    aRule('lohn', 'needsReview', { fact: 'bezuege', operator: 'contains', value: 'lohn' }),
  ],
})
const clear: Answers = {
  mietet: true,
  geboren: '1980-01-01',
  einzug: '2026-01-01',
  bezuege: [],
  art: 'erst',
}

describe('what would have to be different', () => {
  const change = (answers: Answers) => at(ruleSet, { ...clear, ...answers })!.change

  test('a single answer, with every one that would do', () => {
    expect(change({ art: 'fremd' })).toEqual([
      {
        questions: [{ id: 'art', text: 'Welche Art?' }],
        fact: null,
        instead: ['„Erstantrag“', '„Weiterleistung“'],
        given: '„Antrag anderswo“',
      },
    ])
    expect(change({ mietet: false })).toMatchObject([{ instead: ['„Ja“', '„weiß nicht“'], given: '„Nein“' }])
  })

  test('a date, with the days that would do', () => {
    expect(change({ geboren: '2010-05-01' })).toMatchObject([
      { instead: ['bis 24.11.2008'], given: '01.05.2010' },
    ])
  })

  test('options of one question that would have to be missing', () => {
    expect(change({ bezuege: ['rente', 'lohn', 'keine'] })).toMatchObject([
      { instead: ['ohne „Rente“, ohne „Lohn“'], given: null },
    ])
  })

  test('a fact that several questions make up, with all of them', () => {
    expect(change({ einzug: '1985-01-01' })).toMatchObject([
      {
        fact: 'Alter beim Einzug',
        questions: [
          { id: 'geboren', text: 'Wann geboren?' },
          { id: 'einzug', text: 'Wann eingezogen?' },
        ],
        given: '5',
      },
    ])
  })

  test('all of several answers together', () => {
    const all = change({ mietet: false, art: 'fremd' })
    expect(all.map(({ questions }) => questions[0]!.id)).toEqual(['mietet', 'art'])
  })

  test('nothing where no answer could', () => {
    const never = aRuleSet({
      ...ruleSet,
      rules: [aRule('aus', 'notEligible', { any: [is('mietet'), { not: is('mietet') }] })],
    })
    expect(at(never, { mietet: true })).toEqual({ change: [], deciding: [] })
  })
})

test('the answers that fix it already are the fewest', () => {
  expect(at(ruleSet, { ...clear, art: 'fremd', mietet: false })!.deciding).toEqual([
    { question: 'art', text: 'Welche Art?', answer: 'Antrag anderswo' },
  ])
})

test('there is nothing to say while the verdict is open, or hangs on documents alone', () => {
  expect(at(ruleSet, {})).toBeNull()
  expect(at(ruleSet, { mietet: false })).toBeNull()
  expect(at(ruleSet, clear)).toBeNull()
})
