import { readDeficiencies } from '../../src/backoffice/deficiencies-given.js'
import { aDocument, aRule, aRuleSet, is, yesNo } from '../support/rule-set-builder.js'

const ruleSet = aRuleSet({
  questions: [yesNo('a')],
  documents: [aDocument('ausweis')],
  rules: [aRule('r', 'notice', is('a'))],
})

it('pins each text to its question, document or rule', () => {
  const fields = { 'question.a': ' Jahr unklar ', 'document.ausweis': 'abgelaufen', 'rule.r': '  ' }
  expect(readDeficiencies(fields, ruleSet)).toEqual([
    { about: { kind: 'question', id: 'a' }, text: 'Jahr unklar' },
    { about: { kind: 'document', id: 'ausweis' }, text: 'abgelaufen' },
  ])
})

it.each([
  [{}, 'nothingDisputed'],
  [{ 'question.a': ' ' }, 'nothingDisputed'],
  [{ 'question.b': 'x' }, 'unknownPoint'],
  [{ 'form.a': 'x' }, 'unknownPoint'],
  [{ 'question.a': 'x'.repeat(1001) }, 'textTooLong'],
])('refuses %j: %s', (fields, code) => {
  expect(readDeficiencies(fields, ruleSet)).toMatchObject({ code })
})
