import { compile } from '../../src/precheck/compile.js'
import { consequences } from '../../src/precheck/consequences.js'
import { narrow } from '../../src/precheck/diagram/narrow.js'
import { precheckOf } from '../../src/precheck/precheck-of.js'
import { questionStandings } from '../../src/precheck/question-standing.js'
import type { Answers, Evidence } from '../../src/precheck/rule-set.js'
import { aDocument, aRule, aRuleSet, is, yesNo } from '../support/rule-set-builder.js'

const today = '2026-11-24'
const ruleSet = aRuleSet({
  questions: [
    yesNo('wohnt_hier'),
    yesNo('volljaehrig'),
    yesNo('zweifel', { mayBeUnknown: true }),
    yesNo('mietet', { askWhen: is('wohnt_hier') }),
    yesNo('eilig'),
    yesNo('name', { kind: 'personName', for: 'form' }),
  ],
  documents: [
    aDocument('ausweis'),
    aDocument('bestaetigung', {
      neededWhen: is('mietet'),
      forms: ['original', 'copy'],
      maxAge: { months: 3 },
    }),
  ],
  rules: [
    aRule('anderswo', 'wrongAuthority', is('wohnt_hier', false)),
    aRule('zu-jung', 'notEligible', is('volljaehrig', false)),
    aRule('pruefen', 'needsReview', {
      any: [is('zweifel'), { fact: 'zweifel', operator: 'isUnknown', value: true }],
    }),
    aRule('hinweis', 'notice', is('mietet', false)),
  ],
  fees: [
    { id: 'grund', amount: 22.8, source: '§ 2' },
    { id: 'eile', amount: 0.1, when: is('eilig'), source: '§ 2' },
  ],
})
const compiled = compile(ruleSet)
const check = (answers: Answers, evidence: Record<string, Evidence> = {}) =>
  precheckOf(compiled, { answers, evidence, today })
const all = { wohnt_hier: true, volljaehrig: true, zweifel: false, mietet: true, eilig: true }
const seen = { ausweis: { seen: 'originalSeen' }, bestaetigung: { seen: 'copyTaken' } } as const

it('starts open: everything is possible that an answer can still bring', () => {
  const { verdict, possible, next, relevant, fee } = check({})
  expect(verdict).toBe('open')
  expect(possible).toEqual(['wrongAuthority', 'notEligible', 'needsReview', 'missingDocuments'])
  expect(relevant).toEqual(['wohnt_hier', 'volljaehrig', 'zweifel', 'mietet', 'eilig'])
  expect(next).toEqual({ question: 'wohnt_hier', because: 'Ja → weiter; Nein → nicht zuständig' })
  expect(fee).toBe(22.8)
})

it('ends with the strongest finding and asks for nothing more, not even documents', () => {
  const result = check({ wohnt_hier: false, volljaehrig: false })
  expect(result).toMatchObject({
    verdict: 'wrongAuthority',
    possible: ['wrongAuthority'],
    next: null,
    relevant: [],
  })
  expect(result.documents).toEqual([expect.objectContaining({ id: 'ausweis', state: 'moot' })])
  expect(result.findings.map(({ rule }) => rule)).toEqual(['anderswo', 'zu-jung'])
})

it('stays open while a stronger finding is still possible', () => {
  expect(check({ volljaehrig: false })).toMatchObject({ verdict: 'open', relevant: ['wohnt_hier'] })
})

it('is complete only when every needed document counts', () => {
  expect(check(all, seen)).toMatchObject({ verdict: 'complete', fee: 22.9, relevant: [] })
  expect(check(all).verdict).toBe('missingDocuments')
  expect(check({ ...all, mietet: false }, { ausweis: seen.ausweis }).verdict).toBe('complete')
})

it.each([
  [{ seen: 'copyTaken' }, 'missing', 'ausweis'],
  [{ seen: 'willBeBrought' }, 'missing', 'ausweis'],
  [{ seen: 'authorityFetches' }, 'fetched', 'ausweis'],
  [{ seen: 'notNeeded' }, 'waived', 'ausweis'],
  [{ seen: 'copyTaken', issuedOn: '2026-08-24' }, 'present', 'bestaetigung'],
  [{ seen: 'copyTaken', issuedOn: '2026-08-23' }, 'missing', 'bestaetigung'],
] as const)('with %j a document is %s', (evidence, state, id) => {
  const { documents } = check(all, { ...seen, [id]: evidence })
  expect(documents.find((document) => document.id === id)).toMatchObject({ state })
})

it('keeps asking for documents beside a review', () => {
  const { verdict, relevant } = check({ wohnt_hier: true, volljaehrig: true, zweifel: 'unknown' })
  expect({ verdict, relevant }).toEqual({ verdict: 'needsReview', relevant: ['mietet', 'eilig'] })
})

it('says what each answer leads to', () => {
  const input = { answers: { wohnt_hier: true }, evidence: {}, today }
  const [yes, no] = consequences(narrow(compiled, input.answers, today), input, 'mietet')
  expect(yes).toMatchObject({ label: 'Ja', documents: ['bestaetigung'], leadsTo: 'bestaetigung nötig' })
  expect(no).toMatchObject({ label: 'Nein', documents: [], leadsTo: 'weiter' })
})

it('tells for each question where it stands, and why one does not apply', () => {
  const standings = questionStandings(compiled, {
    answers: { wohnt_hier: false, mietet: true },
    evidence: {},
    today,
  })
  expect(standings.map(({ question, standing }) => [question.id, standing])).toEqual([
    ['wohnt_hier', 'answered'],
    ['volljaehrig', 'settled'],
    ['zweifel', 'settled'],
    ['mietet', 'notApplicable'],
    ['eilig', 'settled'],
    ['name', 'form'],
  ])
  expect(standings[3]!.because).toBe('wohnt_hier? Nein')
})

it('tells of the answers that a question looks at only those that exclude it', () => {
  const questions = [yesNo('a'), yesNo('b'), yesNo('c', { askWhen: { all: [is('a'), is('b')] } })]
  const rules = [aRule('r', 'needsReview', is('c'))]
  const input = { answers: { a: true, b: false }, evidence: {}, today }
  const [, , c] = questionStandings(compile(aRuleSet({ questions, rules })), input)
  expect(c).toMatchObject({ standing: 'notApplicable', because: 'b? Nein' })
})

it('asks for the form what no longer decides but stands in it', () => {
  const questions = ruleSet.questions.map((question) =>
    question.id === 'volljaehrig' ? { ...question, inForm: true as const } : question,
  )
  const input = { answers: { wohnt_hier: false }, evidence: {}, today }
  const standings = questionStandings(compile({ ...ruleSet, questions }), input)
  expect(standings.find(({ question }) => question.id === 'volljaehrig')?.standing).toBe('form')
})

it('does not name a fee that has to be looked up', () => {
  const unpriced = compile(aRuleSet({ fees: [{ id: 'grund', amount: null, source: '§ 2' }] }))
  expect(precheckOf(unpriced, { answers: {}, evidence: {}, today })).toMatchObject({
    verdict: 'complete',
    fee: null,
  })
})
