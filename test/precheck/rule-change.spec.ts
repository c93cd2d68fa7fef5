import { readdirSync, readFileSync } from 'node:fs'
import { compile } from '../../src/precheck/compile.js'
import { ruleChange, type RuleChange } from '../../src/precheck/rule-change.js'
import type { Answers, Question, RuleSet } from '../../src/precheck/rule-set.js'
import { chooseRuleSet } from '../../src/rulebook/choose-rule-set.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { aDocument, aRule, aRuleSet, is, yesNo } from '../support/rule-set-builder.js'

interface Example {
  readonly on: string
  readonly answers: Answers
}

const today = '2026-11-24'
const choice = (id: string, values: readonly string[]): Question => ({
  id,
  text: `${id}?`,
  kind: 'choice',
  source: '§ 1 Probe',
  options: values.map((value) => ({ value, label: value })),
})
const before = aRuleSet({
  questions: [yesNo('bleibt'), yesNo('wortlaut'), yesNo('faellt_weg'), choice('art', ['a', 'b'])],
  documents: [aDocument('alt'), aDocument('beide')],
  fees: [{ id: 'f', amount: 10, source: '§ 1 Probe' }],
  rules: [aRule('r', 'needsReview', is('wortlaut', false))],
})
const answers: Answers = { bleibt: true, wortlaut: true, faellt_weg: true, art: 'b' }

const change = (parts: Partial<RuleSet>, given: Answers = answers): RuleChange =>
  ruleChange(compile(before), compile({ ...before, inForceFrom: '2026-11-20', ...parts }), {
    answers: given,
    evidence: {},
    today,
  })
const withQuestion = (changed: Partial<Question> & { readonly id: string }) =>
  change({ questions: before.questions.map((one) => (one.id === changed.id ? { ...one, ...changed } : one)) })
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id)

it('of nothing leaves everything as it is', () => {
  const same = change({})
  expect(ids(same.stillHold)).toEqual(['bleibt', 'wortlaut', 'faellt_weg', 'art'])
  expect(same).toMatchObject({
    answers,
    toCheck: [],
    dropped: [],
    newQuestions: [],
    documentsNeeded: [],
    documentsNoLongerNeeded: [],
    fee: { before: 10, after: 10 },
  })
  expect(same.verdict.before).toBe(same.verdict.after)
})

describe('an answer is to be checked', () => {
  it.each<[string, Partial<Question> & { readonly id: string }, string, boolean]>([
    ['where its question reads differently', { id: 'wortlaut', text: 'Ganz anders?' }, 'wording', true],
    ['where its question is explained differently', { id: 'wortlaut', hint: 'Neu.' }, 'wording', true],
    ['where there are more choices', choice('art', ['a', 'b', 'c']), 'options', true],
    ['where its choice is gone', choice('art', ['a']), 'value', false],
    [
      'where it is answered differently and still fits',
      { ...choice('art', ['b']), kind: 'text' },
      'kind',
      true,
    ],
    ['where it is answered differently', { id: 'wortlaut', kind: 'date' }, 'value', false],
  ])('%s', (_, changed, difference, goesAlong) => {
    const { toCheck, answers: after } = withQuestion({ ...changed, source: '§ 2 Neu' })
    expect(toCheck.map(({ question, difference }) => [question.id, question.source, difference])).toEqual([
      [changed.id, '§ 2 Neu', difference],
    ])
    expect(Object.hasOwn(after, changed.id)).toBe(goesAlong)
  })

  it('but not for an exacter source, another time to ask, or a question that nobody answered', () => {
    expect(withQuestion({ id: 'wortlaut', source: '§ 1 Satz 2 Probe' }).toCheck).toEqual([])
    expect(withQuestion({ id: 'wortlaut', askWhen: is('bleibt') }).toCheck).toEqual([])
    expect(change({ questions: [yesNo('bleibt', { text: 'Anders?' })], rules: [] }, {}).toCheck).toEqual([])
  })

  it('where it is "weiß nicht" and that is an answer no more', () => {
    const asked = (mayBeUnknown: boolean) => compile(aRuleSet({ questions: [yesNo('a', { mayBeUnknown })] }))
    const input = { answers: { a: 'unknown' }, evidence: {}, today }
    expect(ruleChange(asked(true), asked(false), input)).toMatchObject({ answers: {}, stillHold: [] })
    expect(ruleChange(asked(true), asked(true), input)).toMatchObject({
      answers: { a: 'unknown' },
      toCheck: [],
    })
  })
})

it('drops the answer of a question that is gone', () => {
  const { dropped, answers: after } = change({
    questions: before.questions.filter(({ id }) => id !== 'faellt_weg'),
  })
  expect(ids(dropped)).toEqual(['faellt_weg'])
  expect(after).toEqual({ bleibt: true, wortlaut: true, art: 'b' })
})

it('tells new questions, documents, fee and verdict', () => {
  const changed = change({
    questions: [...before.questions, yesNo('neu')],
    rules: [
      ...before.rules,
      aRule('neu', 'notEligible', is('neu')),
      aRule('w', 'needsReview', is('wortlaut')),
    ],
    documents: [aDocument('beide'), aDocument('dazu')],
    fees: [{ id: 'f', amount: 12, source: '§ 1 Probe' }],
  })
  expect(ids(changed.newQuestions)).toEqual(['neu'])
  expect(ids(changed.documentsNeeded)).toEqual(['dazu'])
  expect(ids(changed.documentsNoLongerNeeded)).toEqual(['alt'])
  expect(changed.fee).toEqual({ before: 10, after: 12 })
  expect(changed.verdict).toEqual({ before: 'missingDocuments', after: 'open' })
})

it('does not call a question new that was open before', () => {
  expect(change({}, {}).newQuestions).toEqual([])
})

const rulebook = Rulebook.from('rules')

/** Every example of a service, moved from its rule set to each other one. */
it.each(rulebook.services())('accounts for every answer of every example of %s', (service) => {
  const folder = `rules/${service}/examples`
  const targets = rulebook.all().filter(({ compiled }) => compiled.ruleSet.service === service)
  for (const name of readdirSync(folder)) {
    const { on, answers } = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Example
    const from = chooseRuleSet(rulebook, service, on, answers)!
    for (const to of targets) {
      const moved = ruleChange(from.compiled, to.compiled, { answers, evidence: {}, today: on })
      const { stillHold, toCheck, dropped } = moved
      expect(stillHold.length + toCheck.length + dropped.length).toBe(Object.keys(answers).length)
      expect(from !== to || toCheck.length + dropped.length === 0).toBe(true)
      const known = new Set(ids(to.compiled.ruleSet.questions))
      expect(Object.keys(moved.answers).filter((id) => !known.has(id))).toEqual([])
    }
  }
})
