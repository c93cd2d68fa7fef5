import { checkDeficiencies, deficienciesIn } from '../../src/backoffice/deficiencies-given.js'
import { aDocument, aRule, aRuleSet, is, yesNo } from '../support/rule-set-builder.js'

const ruleSet = aRuleSet({
  questions: [yesNo('a')],
  documents: [aDocument('ausweis')],
  rules: [aRule('r', 'notice', is('a'))],
})

it('pins each text to its question, document or rule', () => {
  const fields = {
    'question.a': ' Jahr unklar ',
    'document.ausweis': 'abgelaufen',
    'rule.r': '  ',
    extra: 'x',
  }
  expect(checkDeficiencies(deficienciesIn(fields), ruleSet)).toEqual([
    { about: { kind: 'question', id: 'a' }, text: 'Jahr unklar' },
    { about: { kind: 'document', id: 'ausweis' }, text: 'abgelaufen' },
  ])
})

const about = (id: string, text: string) => ({ about: { kind: 'question' as const, id }, text })

it.each([
  [[], 'nothingDisputed'],
  [[about('a', ' ')], 'textMissing'],
  [[about('b', 'x')], 'unknownPoint'],
  [[about('a', 'x'.repeat(1001))], 'textTooLong'],
  [[about('a', 'siehe → Ausweis')], 'badText'],
  [[about('a', 'Jahr unklar'), about('a', 'Tag unklar')], 'pointTwice'],
])('refuses %j: %s', (given, code) => {
  expect(checkDeficiencies(given, ruleSet)).toMatchObject({ code })
})
