import { compile } from '../../../src/precheck/compile.js'
import { cellsInWords } from '../../../src/precheck/diagram/cells-in-words.js'
import { regionInWords } from '../../../src/precheck/diagram/region-in-words.js'
import { drawDiagram, type RuleDiagram } from '../../../src/precheck/diagram/rule-diagram.js'
import type { Condition, DerivedFact, Question, QuestionKind } from '../../../src/precheck/rule-set.js'
import { aRule, aRuleSet, is, yesNo } from '../../support/rule-set-builder.js'

const today = '2026-11-24'
const options = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }))
const a = (kind: QuestionKind, id: string, more: Partial<Question> = {}): Question => ({
  ...yesNo(id),
  kind,
  ...more,
})

const questions = [
  a('yesNo', 'ja', { mayBeUnknown: true }),
  a('choice', 'wahl', { options, mayBeUnknown: true }),
  a('choices', 'mehrere', { options, mayBeUnknown: true }),
  a('date', 'geboren', { mayBeUnknown: true }),
  a('integer', 'zahl', { min: 0, max: 9 }),
  a('euro', 'betrag'),
  a('date', 'anfang'),
  a('date', 'ende'),
]
const derived: DerivedFact[] = [
  { fact: 'alter', function: 'ageOn', of: ['geboren', 'today'] },
  { fact: 'dauer', function: 'daysBetween', of: ['anfang', 'ende'], name: 'Dauer' },
]
const compare = (fact: string, operator: string, value: unknown) => ({ fact, operator, value }) as Condition

function drawn(when: Condition): RuleDiagram {
  return drawDiagram(
    compile(aRuleSet({ questions, derived, rules: [aRule('r', 'notEligible', when)] })),
    today,
  )
}
const toldOf = (when: Condition, most?: number) => {
  const diagram = drawn(when)
  const { alternatives, isCut } = regionInWords(diagram, diagram.rules[0]!, most)
  return {
    isCut,
    ways: alternatives.map((steps) => steps.map(({ about, answers }) => `${about}: ${answers}`)),
  }
}

it.each<[string, Condition, string]>([
  ['a yes', is('ja'), 'ja: Ja'],
  ['all but a yes', { not: is('ja') }, 'ja: Nein oder weiß nicht'],
  ['one option', is('wahl', 'b'), 'wahl: B'],
  ['all other options', { not: is('wahl', 'b') }, 'wahl: A oder C oder weiß nicht'],
  ['adults', compare('alter', 'greaterThanInclusive', 18), 'geboren: bis 24.11.2008'],
  ['minors', compare('alter', 'lessThan', 18), 'geboren: ab 25.11.2008'],
  [
    'an age between two limits',
    { all: [compare('alter', 'greaterThanInclusive', 18), compare('alter', 'lessThan', 24)] },
    'geboren: 25.11.2002 bis 24.11.2008',
  ],
  [
    'those outside of two limits, or unknown',
    { not: { all: [compare('alter', 'greaterThanInclusive', 18), compare('alter', 'lessThan', 24)] } },
    'geboren: bis 24.11.2002 oder ab 25.11.2008 oder weiß nicht',
  ],
  ['a number', compare('zahl', 'equal', 3), 'zahl: 3'],
  ['numbers from there on', compare('zahl', 'greaterThan', 3), 'zahl: ab 4'],
  ['an amount', compare('betrag', 'lessThanInclusive', 500), 'betrag: bis 500,00\u00a0€'],
])('tells %s', (_, when, words) => {
  expect(toldOf(when)).toEqual({ isCut: false, ways: [[words]] })
})

it('tells the options of a question with several answers one by one', () => {
  const both: Condition = {
    all: [compare('mehrere', 'contains', 'a'), compare('mehrere', 'doesNotContain', 'c')],
  }
  expect(toldOf(both).ways).toEqual([['mehrere: eine Angabe', 'mehrere: mit „A“', 'mehrere: ohne „C“']])
  expect(toldOf(compare('mehrere', 'isUnknown', true)).ways).toEqual([['mehrere: weiß nicht']])
})

it('says the bounds of a fact that several questions make up, under the name it has', () => {
  const diagram = drawn(compare('dauer', 'greaterThan', 14))
  const variable = diagram.axes.findIndex(({ name }) => name === 'dauer')
  const { cells } = diagram.axes[variable]!
  const meant = [...cells.keys()].filter((cell) => (cells[cell]!.sample as number) > 14)
  expect(cellsInWords(diagram, variable, meant)).toEqual({
    about: 'dauer',
    text: 'Dauer',
    answers: 'mehr als 14',
  })
})

it('tells the likeliest alternatives first, and says when there are more', () => {
  const few: Condition = { all: [is('ja'), compare('betrag', 'lessThanInclusive', 500)] }
  const any: Condition = { any: [is('wahl', 'a'), few] }
  const likeliest = ['ja: Ja', 'wahl: B oder C oder weiß nicht', 'betrag: bis 500,00\u00a0€']
  expect(toldOf(any)).toEqual({
    isCut: false,
    ways: [likeliest, ['ja: Ja', 'wahl: A'], ['ja: Nein oder weiß nicht', 'wahl: A']],
  })
  expect(toldOf(any, 1)).toEqual({ isCut: true, ways: [likeliest] })
})

it('tells of what always holds and never holds nothing', () => {
  const always: Condition = { any: [is('ja'), { not: is('ja') }] }
  expect(toldOf(always)).toEqual({ isCut: false, ways: [[]] })
  expect(toldOf({ not: always })).toEqual({ isCut: false, ways: [] })
})
