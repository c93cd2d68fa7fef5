import { describe, expect, test } from '@jest/globals'
import type { RuleSet } from '../../src/precheck/rule-set.js'
import { ruleSetChanges } from '../../src/rulebook/rule-set-changes.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { aDocument, aRule, aRuleSet, is, yesNo } from '../support/rule-set-builder.js'

const before = aRuleSet({
  groups: [{ id: 'wohnung', title: 'Wohnung' }],
  questions: [yesNo('mietet', { text: 'Mieten Sie?', group: 'wohnung' }), yesNo('kauft'), yesNo('baut')],
  documents: [aDocument('mietvertrag', { neededWhen: is('mietet') })],
  rules: [aRule('kein-mieter', 'notEligible', is('mietet', false))],
  fees: [{ id: 'gebuehr', amount: 10, source: '§ 1 Probe' }],
})

describe('between two rule sets', () => {
  test('nothing differs but the day', () => {
    expect(ruleSetChanges(before, { ...before, inForceFrom: '2026-01-01' })).toEqual([])
  })

  test('what came, what went and what is said differently, old and new side by side', () => {
    const after = aRuleSet({
      ...before,
      questions: [...before.questions.slice(0, 2), yesNo('erbt')],
      fees: [{ id: 'gebuehr', amount: 12.5, source: '§ 2 Probe' }],
    })
    const changes = ruleSetChanges(before, after)
    expect(changes.map(({ change, kind, id }) => [change, kind, id])).toEqual([
      ['added', 'question', 'erbt'],
      ['changed', 'fee', 'gebuehr'],
      ['removed', 'question', 'baut'],
    ])
    expect(changes[1]!.fields).toEqual([
      { label: 'Betrag', before: '10,00\u00a0€', after: '12,50\u00a0€' },
      { label: 'Fundstelle', before: '§ 1 Probe', after: '§ 2 Probe' },
    ])
    expect(changes[2]!.fields[0]).toEqual({ label: 'Wortlaut', before: 'baut?', after: null })
  })

  test('a question that is reworded is one change, although conditions name it', () => {
    const reworded = yesNo('mietet', { text: 'Wohnen Sie zur Miete?', group: 'wohnung' })
    const after = { ...before, questions: [reworded, ...before.questions.slice(1)] }
    expect(ruleSetChanges(before, after)).toMatchObject([{ kind: 'question', id: 'mietet' }])
  })

  test('nor does it change the condition of a part that changed otherwise', () => {
    const reworded = yesNo('mietet', { text: 'Wohnen Sie zur Miete?', group: 'wohnung' })
    const after = {
      ...before,
      questions: [reworded, ...before.questions.slice(1)],
      documents: [aDocument('mietvertrag', { neededWhen: is('mietet'), name: 'Vertrag' })],
    }
    const [, document] = ruleSetChanges(before, after)
    expect(document!.fields.map(({ label }) => label)).toEqual(['Wortlaut'])
  })

  test('a condition that changed is told in words', () => {
    const after = { ...before, rules: [aRule('kein-mieter', 'notEligible', is('mietet'))] }
    expect(ruleSetChanges(before, after)).toMatchObject([
      {
        fields: [
          {
            label: 'Bedingung',
            before: 'wenn „Mieten Sie?“ mit Nein beantwortet ist',
            after: 'wenn „Mieten Sie?“ mit Ja beantwortet ist',
          },
        ],
      },
    ])
  })

  test('the order of asking is a change of its own, and only where it moved', () => {
    const [first, second, third] = before.questions as [never, never, never]
    expect(ruleSetChanges(before, { ...before, questions: [first, third, second] })).toEqual([
      expect.objectContaining({
        kind: 'head',
        fields: [{ label: 'Reihenfolge der Fragen', before: 'kauft, baut', after: 'baut, kauft' }],
      }),
    ])
  })

  test('what no word is found for is shown as the file has it', () => {
    const after = { ...before, groups: [{ id: 'heim', title: 'Wohnung' }] }
    expect(ruleSetChanges(before, after)).toMatchObject([{ kind: 'head', fields: [{ label: 'Datei' }] }])
  })
})

test('between the real rule sets, exactly the parts whose files differ are told', () => {
  const all = Rulebook.from('rules').all()
  let compared = 0
  for (const [at, { compiled }] of all.entries()) {
    const next = all[at + 1]?.compiled.ruleSet
    if (next === undefined || next.service !== compiled.ruleSet.service) continue
    compared++
    const told = ruleSetChanges(compiled.ruleSet, next)
      .filter(({ kind }) => kind !== 'head')
      .map(({ kind, id }) => `${kind}/${id}`)
    expect(told.toSorted()).toEqual(differing(compiled.ruleSet, next).toSorted())
  }
  expect(compared).toBeGreaterThan(8)
})

/** By comparing the parts as JSON, independently of how they are worded. */
function differing(before: RuleSet, after: RuleSet): string[] {
  const [old, now] = [before, after].map(
    ({ questions, derived = [], documents, rules, fees }) =>
      new Map<string, string>([
        ...questions.map((one) => [`question/${one.id}`, JSON.stringify(one)] as const),
        ...derived.map((one) => [`derived/${one.fact}`, JSON.stringify(one)] as const),
        ...documents.map((one) => [`document/${one.id}`, JSON.stringify(one)] as const),
        ...rules.map((one) => [`rule/${one.id}`, JSON.stringify(one)] as const),
        ...fees.map((one) => [`fee/${one.id}`, JSON.stringify(one)] as const),
      ]),
  ) as [Map<string, string>, Map<string, string>]
  return [...new Set([...old.keys(), ...now.keys()])].filter((key) => old.get(key) !== now.get(key))
}
