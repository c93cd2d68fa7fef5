import fc from 'fast-check'
import { compile, factsFor, valueOf } from '../../../src/precheck/compile.js'
import { addDays, dayNumber } from '../../../src/precheck/day.js'
import { atomsOf } from '../../../src/precheck/diagram/atoms.js'
import { runsOf, type Run } from '../../../src/precheck/diagram/runs.js'
import { library } from '../../../src/precheck/functions.js'
import { holds } from '../../../src/precheck/operators.js'
import type { Day, DerivedFact, Leaf, Question, RuleSet } from '../../../src/precheck/rule-set.js'
import { aRule, aRuleSet, yesNo } from '../../support/rule-set-builder.js'

const firstDay = '1850-01-01'
const allDays = Array.from({ length: dayNumber('2199-12-31') - dayNumber(firstDay) + 1 }, (_, i) =>
  addDays(firstDay, i),
)
/** Coming of age on each of these days, and the holidays of the constants. */
const recentDays = allDays.filter((tag) => tag >= '2004-01-01' && tag < '2030-01-01')
const todays = ['2026-11-24', '2024-02-29', '2025-03-31', '2026-02-28', '2026-12-24']

const day: Question = { ...yesNo('tag'), kind: 'date' }
const ruleSetWith = (question: Question, derived: readonly DerivedFact[], leaves: readonly Leaf[]): RuleSet =>
  aRuleSet({ questions: [question], derived, rules: leaves.map((leaf, i) => aRule(`r${i}`, 'notice', leaf)) })

const runsFor = (ruleSet: RuleSet, today: Day) => {
  const compiled = compile(ruleSet)
  return runsOf({ compiled, question: ruleSet.questions[0]!, atoms: [...atomsOf(compiled).values()], today })
}

/** The days from which on a comparison comes out otherwise than on the day before: looks at all of them. */
function turnsByScanning(ruleSet: RuleSet, today: Day, days: readonly Day[]): Day[] {
  const compiled = compile(ruleSet)
  const atoms = [...atomsOf(compiled).values()]
  const truths = days.map((tag) => {
    const facts = factsFor(compiled, { tag }, today)
    return atoms.map(({ slot, leaf }) => holds(leaf.operator, valueOf(facts, slot), leaf.value)).join()
  })
  return days.filter((_, i) => i > 0 && truths[i] !== truths[i - 1])
}

function expectExact(ruleSet: RuleSet, today: Day, days = allDays): Run[] {
  const runs = runsFor(ruleSet, today)
  const turns = new Set(runs.map(({ from }) => from))
  expect(turnsByScanning(ruleSet, today, days).filter((tag) => !turns.has(tag))).toEqual([])
  // A run begins where a constant is reached or passed, which not every operator can tell apart.
  const dayBefore = (tag: unknown) => addDays(tag as Day, -1)
  expect(runs.map(({ from }) => from)).toEqual([null, ...[...turns].slice(1)])
  expect(runs.map(({ to }) => to)).toEqual([...[...turns].slice(1).map(dayBefore), null])
  const liesOutside = ({ from, to, sample }: Run) =>
    sample < (from ?? firstDay) || sample > (to ?? '2199-12-31')
  expect(runs.filter(liesOutside)).toEqual([])
  return runs
}

const leaf = (fact: string, operator: Leaf['operator'], value: Leaf['value']): Leaf => ({
  fact,
  operator,
  value,
})
const derive = (name: string, of: string[], more: Partial<DerivedFact> = {}): DerivedFact => ({
  fact: 'merkmal',
  function: name,
  of,
  ...more,
})

describe.each(todays)('on %s', (today) => {
  it.each<[string, DerivedFact, Leaf]>([
    ['ageOn', derive('ageOn', ['tag', 'today']), leaf('merkmal', 'lessThan', 18)],
    ['ageOn as the later day', derive('ageOn', ['today', 'tag']), leaf('merkmal', 'greaterThan', 3)],
    ['monthsBetween', derive('monthsBetween', ['tag', 'today']), leaf('merkmal', 'in', [0, 1, 6])],
    ['monthsBetween ahead', derive('monthsBetween', ['today', 'tag']), leaf('merkmal', 'equal', -1)],
    ['daysBetween', derive('daysBetween', ['tag', 'today']), leaf('merkmal', 'notIn', [-3, 0, 14])],
    ['turnsOfYear', derive('turnsOfYear', ['tag', 'today']), leaf('merkmal', 'equal', 1)],
    ['firstOfMonth', derive('firstOfMonth', ['tag']), leaf('merkmal', 'equal', '2026-02-01')],
    [
      'endOfPeriod over Easter',
      derive('endOfPeriod', ['tag'], { with: { weeks: 2 } }),
      leaf('merkmal', 'in', ['2026-04-07', '2026-04-02', '2026-05-26']),
    ],
    [
      'endOfPeriod over Christmas',
      derive('endOfPeriod', ['tag'], { with: { months: 1 } }),
      leaf('merkmal', 'greaterThan', '2026-12-24'),
    ],
    [
      'dayAfter at the end of February',
      derive('dayAfter', ['tag'], { with: { months: 1 } }),
      leaf('merkmal', 'lessThanInclusive', '2026-02-28'),
    ],
  ])('%s turns to the day', (_, derived, when) => {
    expectExact(ruleSetWith(day, [derived], [when]), today, recentDays)
  })
})

it('knows the very days', () => {
  const fromOf = (ruleSet: RuleSet, today: Day) => runsFor(ruleSet, today).map(({ from }) => from)
  const adult = ruleSetWith(day, [derive('ageOn', ['tag', 'today'])], [leaf('merkmal', 'lessThan', 18)])
  // Who was born on 29 February 2008 comes of age on 1 March 2026.
  expect(fromOf(adult, '2026-02-28')).toContain('2008-02-29')
  expect(fromOf(adult, '2026-03-01')).toContain('2008-03-02')
  const late = ruleSetWith(
    day,
    [derive('endOfPeriod', ['tag'], { with: { weeks: 2 } })],
    [leaf('merkmal', 'lessThan', '2026-04-07')],
  )
  // Good Friday to Easter Monday: the period ends on Tuesday for four days of event.
  expect(fromOf(late, '2026-04-20')).toEqual([null, '2026-03-20', '2026-03-25'])
})

it('pulls a threshold back through a chain of facts', () => {
  const derived = [
    { fact: 'frist', function: 'endOfPeriod', of: ['tag'], with: { months: 3 } },
    { fact: 'erster', function: 'firstOfMonth', of: ['frist'] },
    { fact: 'alter', function: 'ageOn', of: ['erster', 'today'] },
  ]
  expectExact(
    ruleSetWith(day, derived, [
      leaf('alter', 'greaterThanInclusive', 1),
      leaf('frist', 'lessThan', '2026-05-04'),
    ]),
    '2026-11-24',
  )
})

it('finds every turn of a fact that reads its question twice', () => {
  const derived = [
    { fact: 'frist', function: 'endOfPeriod', of: ['tag'], with: { weeks: 2 } },
    { fact: 'dauer', function: 'daysBetween', of: ['tag', 'frist'] },
  ]
  const ruleSet = ruleSetWith(day, derived, [leaf('dauer', 'greaterThan', 16)])
  expect(expectExact(ruleSet, '2026-11-24').length).toBeGreaterThan(1_000)
})

const dateFunctions = Object.entries(library).filter(([, { takes }]) =>
  takes.every((kind) => kind === 'date'),
)

it('rises or falls all the way with each day, as the library was told to', () => {
  const anyDay = fc.integer({ min: -3_000, max: 3_000 }).map((days) => addDays('2025-06-15', days))
  const constants = { days: 3, weeks: 1, months: 1 }
  fc.assert(
    fc.property(
      fc.constantFrom(...dateFunctions),
      anyDay,
      anyDay,
      anyDay,
      ([, { apply, takes }], a, b, other) => {
        const [earlier, later] = a < b ? [a, b] : [b, a]
        for (const at of takes.keys()) {
          const value = (tag: Day) =>
            apply(
              Array.from({ length: takes.length }, (_, i) => (i === at ? tag : other)) as never[],
              constants,
            )
          const [before, after] = [value(earlier), value(later)] as [number, number]
          const isFalling = at === 0 && takes.length === 2
          expect(isFalling ? before >= after : before <= after).toBe(true)
        }
      },
    ),
    { numRuns: 2_000 },
  )
})

describe('amounts', () => {
  const income: Question = { ...yesNo('tag'), kind: 'euro', max: 1_600 }
  const cents = Array.from({ length: 160_001 }, (_, i) => i / 100)
  const amountTurns = (ruleSet: RuleSet) => {
    const compiled = compile(ruleSet)
    const atoms = [...atomsOf(compiled).values()]
    const truths = cents.map((tag) => {
      const facts = factsFor(compiled, { tag }, '2026-11-24')
      return atoms.map(({ slot, leaf }) => holds(leaf.operator, valueOf(facts, slot), leaf.value)).join()
    })
    return cents.filter((_, i) => i > 0 && truths[i] !== truths[i - 1])
  }

  it.each<[string, readonly DerivedFact[], Leaf]>([
    ['a share', [derive('times', ['tag'], { with: { factor: 0.3 } })], leaf('merkmal', 'lessThan', 450.01)],
    ['a deduction', [derive('times', ['tag'], { with: { factor: -0.07 } })], leaf('merkmal', 'equal', -21)],
    [
      'what two shares and a deduction come to, now more, now less',
      [
        { fact: 'anteil', function: 'times', of: ['tag'], with: { factor: 0.3 } },
        { fact: 'abzug', function: 'times', of: ['tag'], with: { factor: -0.5 } },
        derive('sum', ['anteil', 'anteil', 'abzug']),
      ],
      leaf('merkmal', 'in', [0.01, 99.99, 100]),
    ],
    [
      'what is left after a deduction',
      [
        { fact: 'abzug', function: 'times', of: ['tag'], with: { factor: -0.31 } },
        derive('sum', ['tag', 'abzug']),
      ],
      leaf('merkmal', 'in', [1_000, 1_000.01]),
    ],
  ])('of %s turn to the cent', (_, derived, when) => {
    const ruleSet = ruleSetWith(income, derived, [when])
    const found = new Set(runsFor(ruleSet, '2026-11-24').map(({ from }) => from))
    const turns = amountTurns(ruleSet)
    expect(turns.length).toBeGreaterThan(0)
    expect(turns.filter((turn) => !found.has(turn))).toEqual([])
  })
})
