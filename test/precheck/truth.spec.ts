import fc from 'fast-check'
import { compile } from '../../src/precheck/compile.js'
import { evaluate } from '../../src/precheck/evaluate.js'
import { disagreements } from '../../src/precheck/second-opinion.js'
import { operatorsFor, type FactKind } from '../../src/precheck/operators.js'
import type { Answers, Condition, Leaf, OperatorName, Question } from '../../src/precheck/rule-set.js'
import { False, True, Unknown } from '../../src/precheck/truth.js'
import { aRule, aRuleSet, is, yesNo } from '../support/rule-set-builder.js'
import { anyAnswers } from '../support/random-answers.js'

const today = '2026-11-24'
const truthOf = (when: Condition, answers: Answers, questions = ['a', 'b'].map((id) => yesNo(id))) =>
  evaluate(compile(aRuleSet({ questions, rules: [aRule('r', 'notice', when)] })), answers, today).rules[0]

describe('an unanswered question', () => {
  it('makes a comparison neither true nor false', () => {
    expect(truthOf(is('a'), {})).toBe(Unknown)
    expect(truthOf({ fact: 'a', operator: 'notEqual', value: true }, {})).toBe(Unknown)
    expect(truthOf({ not: is('a') }, {})).toBe(Unknown)
  })
  it('does not hide what is sure without it', () => {
    expect(truthOf({ any: [is('a'), is('b')] }, { b: true })).toBe(True)
    expect(truthOf({ all: [is('a'), is('b')] }, { b: false })).toBe(False)
    expect(truthOf({ all: [is('a'), is('b')] }, { b: true })).toBe(Unknown)
  })
})

describe('a question that does not apply', () => {
  const questions = [yesNo('a'), yesNo('b', { askWhen: is('a') })]
  it('makes every comparison false, and its kept answer does not count', () => {
    expect(truthOf(is('b'), { a: false, b: true }, questions)).toBe(False)
    expect(truthOf({ fact: 'b', operator: 'notEqual', value: true }, { a: false }, questions)).toBe(False)
  })
  it('leaves its answer uncertain while it is open whether it applies', () => {
    expect(truthOf(is('b'), { b: true }, questions)).toBe(Unknown)
    expect(truthOf(is('b'), { b: false }, questions)).toBe(False)
  })
})

describe('"weiß nicht"', () => {
  const questions = [yesNo('a', { mayBeUnknown: true })]
  it('is an answer: it satisfies isUnknown and no comparison', () => {
    expect(truthOf({ fact: 'a', operator: 'isUnknown', value: true }, { a: 'unknown' }, questions)).toBe(True)
    expect(truthOf({ fact: 'a', operator: 'isUnknown', value: true }, {}, questions)).toBe(Unknown)
    expect(truthOf(is('a', false), { a: 'unknown' }, questions)).toBe(False)
    expect(truthOf({ fact: 'a', operator: 'notEqual', value: true }, { a: 'unknown' }, questions)).toBe(False)
  })
})

describe('json-rules-engine as second opinion', () => {
  const questions: Question[] = [
    yesNo('a'),
    yesNo('b', { mayBeUnknown: true, askWhen: is('a') }),
    { ...yesNo('c'), kind: 'choice', options: ['x', 'y', 'z'].map((value) => ({ value, label: value })) },
    {
      ...yesNo('d'),
      kind: 'choices',
      options: ['x', 'y'].map((value) => ({ value, label: value })),
      askWhen: { not: is('b') },
    },
    { ...yesNo('n'), kind: 'integer', mayBeUnknown: true },
    { ...yesNo('t'), kind: 'date' },
  ]
  const derived = [{ fact: 'jahre', function: 'ageOn', of: ['t', 'today'] }]
  const constants: Record<string, fc.Arbitrary<Leaf['value']>> = {
    a: fc.boolean(),
    b: fc.boolean(),
    c: fc.constantFrom('x', 'y', 'z'),
    d: fc.constantFrom('x', 'y'),
    n: fc.integer({ min: 0, max: 5 }),
    t: fc.constantFrom('2026-11-23', '2026-11-24', '2008-11-24'),
    jahre: fc.constantFrom(0, 16, 18),
  }
  const kinds: Record<string, FactKind> = {
    ...Object.fromEntries(questions.map(({ id, kind }) => [id, kind])),
    jahre: 'number' as const,
  }
  const anyLeaf: fc.Arbitrary<Leaf> = fc
    .constantFrom(...Object.keys(constants))
    .chain((fact) =>
      fc.constantFrom(...operatorsFor[kinds[fact]!]).chain((operator) => leafOf(fact, operator)),
    )
  function leafOf(fact: string, operator: OperatorName): fc.Arbitrary<Leaf> {
    const several = operator === 'in' || operator === 'notIn'
    const one = operator === 'isUnknown' ? fc.boolean() : constants[fact]!
    const value = several ? (fc.array(one, { minLength: 1, maxLength: 3 }) as typeof one) : one
    return value.map((constant) => ({ fact, operator, value: constant }))
  }
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      anyLeaf,
      fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('condition') }),
    ),
  }))

  it('agrees with the compiled evaluation on random conditions and random gaps', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(condition, { minLength: 1, maxLength: 4 }),
        anyAnswers(aRuleSet({ questions }), today),
        async (conditions, answers) => {
          const rules = conditions.map((when, i) => aRule(`r${i}`, 'notice', when))
          expect(
            await disagreements(compile(aRuleSet({ questions, derived, rules })), answers, today),
          ).toEqual([])
        },
      ),
      { numRuns: 400 },
    )
  })

  it('notices when the two differ', async () => {
    const compiled = compile(aRuleSet({ questions, rules: [aRule('r', 'notice', is('a'))] }))
    const broken = { ...compiled, rules: [{ ...compiled.rules[0]!, truth: () => False as 0 }] }
    expect(await disagreements(broken, { a: true }, today)).toEqual([
      { what: 'rule/r', compiled: False, engine: True },
    ])
  })
})
