import fc from 'fast-check'
import { compile, factsFor, valueOf } from '../../../src/precheck/compile.js'
import { addDays } from '../../../src/precheck/day.js'
import { atomsOf } from '../../../src/precheck/diagram/atoms.js'
import { TooEntangled } from '../../../src/precheck/diagram/too-entangled.js'
import { personLists } from '../../../src/precheck/diagram/person-lists.js'
import { drawDiagram } from '../../../src/precheck/diagram/rule-diagram.js'
import { holds } from '../../../src/precheck/operators.js'
import type { DerivedFact, Person, Question, RuleSet } from '../../../src/precheck/rule-set.js'
import { processorTime } from '../../support/processor-time.js'
import { aRule, aRuleSet, yesNo } from '../../support/rule-set-builder.js'

const today = '2026-11-24'
const persons = (more: Partial<Question> = {}): Question => ({ ...yesNo('kinder'), kind: 'persons', ...more })

const derived: readonly DerivedFact[] = [
  { fact: 'zahl', function: 'countOf', of: ['kinder'] },
  { fact: 'juengstes', function: 'youngestAge', of: ['kinder', 'today'] },
  { fact: 'aeltestes', function: 'oldestAge', of: ['kinder', 'today'] },
  { fact: 'ohne_datum', function: 'withoutBirthDate', of: ['kinder'] },
  { fact: 'ab_16', function: 'countFromAge', of: ['kinder', 'today'], with: { years: 16 } },
  { fact: 'in_zehn_jahren', function: 'dayAfter', of: ['today'], with: { years: 10 } },
  { fact: 'dann_erwachsen', function: 'countFromAge', of: ['kinder', 'in_zehn_jahren'], with: { years: 18 } },
  { fact: 'freibetrag', function: 'times', of: ['ab_16'], with: { factor: 600 } },
]
const constants: Record<string, readonly number[]> = {
  zahl: [0, 1, 4],
  juengstes: [3, 6, 999],
  aeltestes: [16, 18],
  ohne_datum: [0, 1],
  ab_16: [2, 3],
  dann_erwachsen: [1, 2],
  freibetrag: [1_200, 3_000],
}

const ruleSetOn = (facts: readonly string[], question = persons()): RuleSet =>
  aRuleSet({
    questions: [question],
    derived,
    rules: facts.flatMap((fact) =>
      constants[fact]!.flatMap((value) =>
        (['equal', 'greaterThan'] as const).map((operator) =>
          aRule(`${fact}-${operator}-${value}`, 'needsReview', { fact, operator, value }),
        ),
      ),
    ),
  })

function truthsIn(ruleSet: RuleSet): (list: readonly Person[]) => string {
  const compiled = compile(ruleSet)
  const atoms = [...atomsOf(compiled).values()]
  return (kinder) => {
    const facts = factsFor(compiled, { kinder }, today)
    return atoms
      .map(({ slot, leaf }) => (holds(leaf.operator, valueOf(facts, slot), leaf.value) ? 1 : 0))
      .join('')
  }
}

const listsFor = (ruleSet: RuleSet): Person[][] => {
  const compiled = compile(ruleSet)
  return personLists({
    compiled,
    question: ruleSet.questions[0]!,
    atoms: [...atomsOf(compiled).values()],
    today,
  })
}

const anyPerson: fc.Arbitrary<Person> = fc.oneof(
  fc.constant({ familyName: 'Muster' }),
  fc.integer({ min: -500, max: 25 * 366 }).map((days) => ({ birthDate: addDays(today, -days) })),
)

it('has a list like every list there can be', () => {
  fc.assert(
    fc.property(
      fc.subarray(Object.keys(constants), { minLength: 1, maxLength: 3 }),
      fc.array(fc.array(anyPerson, { maxLength: 6 }), { minLength: 30, maxLength: 30 }),
      (facts, lists) => {
        const ruleSet = ruleSetOn(facts)
        const truthsOf = truthsIn(ruleSet)
        const found = new Set(listsFor(ruleSet).map(truthsOf))
        for (const list of lists) expect(found).toContain(truthsOf(list))
      },
    ),
    { numRuns: 60 },
  )
})

it('keeps to how many persons the question takes', () => {
  const lengths = listsFor(ruleSetOn(['zahl', 'juengstes'], persons({ min: 1, max: 3 }))).map(
    ({ length }) => length,
  )
  expect(new Set(lengths)).toEqual(new Set([1, 2, 3]))
})

it('has longer lists too where no fact counts them', () => {
  const ruleSet = ruleSetOn(['juengstes'], persons({ min: 2, max: 3 }))
  const lists = listsFor(ruleSet)
  expect(lists.every(({ length }) => length === 2)).toBe(true)
  const old = { birthDate: '1990-01-01' }
  const found = new Set(lists.map(truthsIn(ruleSet)))
  for (const young of [{}, ...[0, 3, 4, 6, 7].map((age) => ({ birthDate: `${2026 - age}-01-01` }))])
    expect(found).toContain(truthsIn(ruleSet)([old, young]))
})

it('says so where there are too many to tell apart', () => {
  const many = Array.from({ length: 8 }, (_, i) => ({
    fact: `ab_${i}`,
    function: 'countFromAge',
    of: ['kinder', 'today'],
    with: { years: 2 * i + 1 },
  }))
  const ruleSet = aRuleSet({
    questions: [persons()],
    derived: many,
    rules: many.map(({ fact }) => aRule(fact, 'needsReview', { fact, operator: 'greaterThan', value: 9 })),
  })
  const start = processorTime()
  expect(() => drawDiagram(compile(ruleSet), today)).toThrow(new TooEntangled([], ['kinder']))
  expect(processorTime() - start).toBeLessThan(10_000)
})
