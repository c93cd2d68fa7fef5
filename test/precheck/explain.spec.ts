import { compile } from '../../src/precheck/compile.js'
import { explain } from '../../src/precheck/explain.js'
import type { Reason } from '../../src/precheck/reason.js'
import type { Answers, EvidenceList } from '../../src/precheck/rule-set.js'
import { aDocument, aRule, aRuleSet, is, yesNo } from '../support/rule-set-builder.js'

const today = '2026-11-24'
const under = (age: number) => ({ fact: 'alter', operator: 'lessThan' as const, value: age })
const compiled = compile(
  aRuleSet({
    questions: [
      yesNo('wohnt_hier'),
      yesNo('geburtsdatum', { kind: 'date', text: 'Wann sind Sie geboren?' }),
      yesNo('mietet', { askWhen: is('wohnt_hier') }),
      yesNo('untermiete', { askWhen: is('mietet'), mayBeUnknown: true }),
      yesNo('eilig'),
    ],
    derived: [{ fact: 'alter', function: 'ageOn', of: ['geburtsdatum', 'today'], name: 'Alter' }],
    documents: [
      aDocument('ausweis'),
      aDocument('vertrag', {
        neededWhen: { any: [{ all: [is('mietet'), is('untermiete')] }, is('eilig')] },
        forms: ['original', 'copy'],
        maxAge: { months: 3 },
      }),
    ],
    rules: [
      aRule('anderswo', 'wrongAuthority', is('wohnt_hier', false)),
      aRule('zu-jung', 'notEligible', { all: [under(18), { not: under(1) }] }),
      aRule('offen', 'needsReview', { fact: 'untermiete', operator: 'isUnknown', value: true }),
    ],
    fees: [
      { id: 'grund', amount: 22.8, source: '§ 2' },
      { id: 'eile', amount: 5, when: is('eilig'), source: '§ 2' },
    ],
  }),
)
const all = {
  wohnt_hier: true,
  geburtsdatum: '1990-01-31',
  mietet: true,
  untermiete: true,
  eilig: true,
}
const why = (answers: Answers, evidence: EvidenceList = {}, asked?: string[]) =>
  explain(compiled, { answers, evidence, today }, asked)
const told = (reasons: readonly Reason[] = []): string[] =>
  reasons.map(({ kind, fact, value }) => `${kind} ${fact}${value === null ? '' : ` ${value}`}`)
const rule = (id: string, answers: Answers) => why(answers).rules.find(({ rule }) => rule === id)!
const contract = (answers: Answers, evidence: EvidenceList = {}) => why(answers, evidence).documents[1]!

it('names the derived value that makes a finding, how it compares, and what it is made of', () => {
  const { holds, because } = rule('zu-jung', { ...all, geburtsdatum: '2009-03-12' })
  expect(holds).toBe('yes')
  expect(told(because)).toEqual(['derived alter 17'])
  expect(because[0]!.comparisons.map(({ inWords }) => inWords)).toEqual(['weniger als 18', 'mindestens 1'])
  expect(told(because[0]!.from)).toEqual(['answer geburtsdatum 12.03.2009', 'day today 24.11.2026'])
})

it('names one part where one is enough, and all where it takes all', () => {
  expect(told(contract(all).because)).toEqual(['answer eilig Ja'])
  expect(told(contract({ ...all, eilig: false }).because)).toEqual([
    'answer wohnt_hier Ja',
    'answer mietet Ja',
    'answer untermiete Ja',
  ])
  expect(told(contract({ ...all, mietet: false, eilig: false }).because)).toEqual([
    'answer mietet Nein',
    'answer eilig Nein',
  ])
})

it('says which question does not apply, and the answer that excludes it', () => {
  const { holds, because } = rule('offen', { ...all, wohnt_hier: false })
  expect(holds).toBe('no')
  expect(told(because)).toEqual(['notApplicable untermiete'])
  expect(told(because[0]!.from)).toEqual(['answer wohnt_hier Nein'])
})

it('takes "weiß nicht" for the answer it is', () => {
  expect(told(rule('offen', { ...all, untermiete: 'unknown' }).because)).toContain(
    'answer untermiete weiß nicht',
  )
})

it('names what is still open where nothing is decided', () => {
  const { holds, because } = rule('zu-jung', { wohnt_hier: true })
  expect(holds).toBe('open')
  expect(told(because)).toEqual(['open alter'])
  expect(told(because[0]!.from)).toEqual(['open geburtsdatum'])
  expect(why({ wohnt_hier: true }).toAsk[0]).toEqual({
    question: 'geburtsdatum',
    text: 'Wann sind Sie geboren?',
  })
})

it('tells what a document has to be, how it was seen and why it does not count', () => {
  const evidence = { seen: 'copyTaken', issuedOn: '2026-08-23' } as const
  expect(contract(all, { vertrag: evidence })).toMatchObject({
    holds: 'yes',
    evidence,
    state: 'missing',
    reason: 'zu alt: höchstens 3 Monate alt',
    demands: { forms: ['original', 'copy'], age: 'höchstens 3 Monate alt', issuedFrom: '2026-08-24' },
  })
})

it('says what makes the verdict', () => {
  expect(why({ wohnt_hier: false })).toMatchObject({ verdict: 'wrongAuthority', verdictFrom: ['anderswo'] })
  expect(why(all)).toMatchObject({ verdict: 'missingDocuments', verdictFrom: ['ausweis', 'vertrag'] })
})

it('gives the reasons of fees, and none for what is always due', () => {
  expect(why(all).fees.map(({ holds, because }) => [holds, told(because)])).toEqual([
    ['yes', []],
    ['yes', ['answer eilig Ja']],
  ])
})

it('tells which questions were not asked: those that do not apply, and those that change nothing any more', () => {
  const { notAsked } = why({ wohnt_hier: false })
  expect(notAsked.map(({ question, why, because }) => [question, why, told(because)])).toEqual([
    ['geburtsdatum', 'settled', ['answer wohnt_hier Nein']],
    ['mietet', 'notApplicable', ['answer wohnt_hier Nein']],
    ['untermiete', 'notApplicable', ['answer wohnt_hier Nein']],
    ['eilig', 'settled', ['answer wohnt_hier Nein']],
  ])
})

it('takes an answer that nobody had to ask for as not asked', () => {
  const { notAsked } = why({ ...all, wohnt_hier: false }, {}, ['wohnt_hier'])
  expect(notAsked.map(({ question }) => question)).toEqual(['geburtsdatum', 'mietet', 'untermiete', 'eilig'])
})
