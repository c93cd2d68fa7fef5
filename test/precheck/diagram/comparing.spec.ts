import fc from 'fast-check'
import { compile } from '../../../src/precheck/compile.js'
import { compareRuleSets, type Comparison, type Difference } from '../../../src/precheck/diagram/compare.js'
import { yes } from '../../../src/precheck/diagram/diagrams.js'
import { mergeRuleSets, type Merged } from '../../../src/precheck/diagram/merge-rule-sets.js'
import type { Side } from '../../../src/precheck/diagram/merged-side.js'
import { evaluate } from '../../../src/precheck/evaluate.js'
import type { Answers, Question, RuleSet } from '../../../src/precheck/rule-set.js'
import { True } from '../../../src/precheck/truth.js'
import { processorTime } from '../../support/processor-time.js'
import { aDocument, aRule, aRuleSet, is, yesNo } from '../../support/rule-set-builder.js'
import { completions, resultOf } from './support/brute-force.js'
import { anyTwoRuleSets, today } from './support/random-rule-set.js'

/** Two rule sets, small enough together to go through all answers to both. */
const anyPair = anyTwoRuleSets()
  .map(([before, after]) => {
    const merged = mergeRuleSets(before, after)
    const all = completions(merged.ruleSet)
    return all === null ? null : { before, after, merged, all: all.filter((_, i) => i % 3 === 0) }
  })
  .filter((pair) => pair !== null)

/** What one side reads of the answers to both. */
const answersOf = (side: Side, { questions }: RuleSet, { nameIn }: Merged, both: Answers): Answers =>
  Object.fromEntries(questions.map(({ id }) => [id, both[nameIn(side, id)]!]))

it('says in one rule set what each of the two says', () => {
  fc.assert(
    fc.property(anyPair, ({ before, after, merged, all }) => {
      const compiled = compile(merged.ruleSet)
      const sides = [
        { side: 'before', compiled: compile(before) },
        { side: 'after', compiled: compile(after) },
      ] as const
      for (const both of all) {
        const together = evaluate(compiled, both, today)
        const [old, now] = sides.map((one) =>
          evaluate(one.compiled, answersOf(one.side, one.compiled.ruleSet, merged, both), today),
        )
        for (const part of ['rules', 'documents', 'fees'] as const)
          expect(together[part]).toEqual([...old![part], ...now![part]])
      }
    }),
    { numRuns: 80 },
  )
})

const at = ({ diagram, differences }: Comparison, answers: Answers): Difference['what'][] => {
  const known = diagram.axes.map(({ cellOf }) => cellOf(answers) as number)
  return differences
    .filter(({ where }) => diagram.diagrams.restrict([where], known)[0] === yes)
    .map(({ what }) => what)
}

/** The differences for one citizen, by the closures alone. */
function differencesFor(
  before: RuleSet,
  after: RuleSet,
  merged: Merged,
  both: Answers,
): Difference['what'][] {
  const [old, now] = (
    [
      ['before', before],
      ['after', after],
    ] as const
  ).map(([side, ruleSet]) => {
    const compiled = compile(ruleSet)
    const answers = answersOf(side, ruleSet, merged, both)
    const { fees } = evaluate(compiled, answers, today)
    const amounts = new Map(
      ruleSet.fees.flatMap(({ id, amount }, i) => (fees[i] === True ? [[id, amount] as const] : [])),
    )
    return { ...resultOf(compiled, answers), amounts }
  })
  const verdict =
    old!.standing === now!.standing
      ? []
      : [{ kind: 'verdict', before: old!.standing, after: now!.standing } as const]
  const goesOn = [old!, now!].every(({ standing }) => standing === 'needsReview' || standing === 'clear')
  if (!goesOn) return verdict
  const documents = [...new Set([...old!.documents, ...now!.documents])]
    .filter((id) => old!.documents.includes(id) !== now!.documents.includes(id))
    .map((id) => ({ kind: 'document', id, neededAfter: now!.documents.includes(id) }) as const)
  const amount = (of: ReadonlyMap<string, number | null>, id: string) => (of.has(id) ? of.get(id)! : 'none')
  const fees = [...new Set([...old!.amounts.keys(), ...now!.amounts.keys()])]
    .map(
      (id) =>
        ({ kind: 'fee', id, before: amount(old!.amounts, id), after: amount(now!.amounts, id) }) as const,
    )
    .filter((fee) => fee.before !== fee.after)
  return [...verdict, ...documents, ...fees]
}

const sorted = (whats: readonly Difference['what'][]): string[] =>
  whats.map((what) => JSON.stringify(Object.entries(what).toSorted())).toSorted()

it('finds two rule sets to differ exactly where they are evaluated differently', () => {
  let differing = 0
  fc.assert(
    fc.property(anyPair, ({ before, after, merged, all }) => {
      const comparison = compareRuleSets(before, after, today)
      for (const both of all) {
        const expected = sorted(differencesFor(before, after, merged, both))
        expect(sorted(at(comparison, both))).toEqual(expected)
        differing += expected.length
      }
      for (const { share, citizen } of comparison.differences) {
        expect(share).toBeGreaterThan(0)
        expect(citizen).not.toBeNull()
      }
    }),
    { numRuns: 80 },
  )
  expect(differing).toBeGreaterThan(100)
})

it('finds no difference to itself, nor in what only reads differently', () => {
  fc.assert(
    fc.property(anyPair, ({ before }) => {
      const reworded: RuleSet = {
        ...before,
        rules: before.rules.map((rule) => ({ ...rule, say: 'Anders.', when: { not: { not: rule.when } } })),
        documents: before.documents.map(({ neededWhen, ...document }) => ({
          ...document,
          ...(neededWhen === undefined ? {} : { neededWhen: { all: [neededWhen, neededWhen] } }),
        })),
      }
      expect(compareRuleSets(before, reworded, today).differences).toEqual([])
    }),
    { numRuns: 60 },
  )
})

it('names the rule that made the difference, and tells the main thing apart', () => {
  const questions = ['a', 'b'].map((id) => yesNo(id))
  const documents = [aDocument('d', { neededWhen: is('b') })]
  const wrong = aRule('woanders', 'wrongAuthority', is('a'))
  const before = aRuleSet({ questions, documents, rules: [wrong] })
  const after = aRuleSet({ questions, documents, rules: [wrong, aRule('neu', 'notEligible', is('b'))] })
  const { differences } = compareRuleSets(before, after, today)
  expect(differences).toHaveLength(1)
  expect(differences[0]).toMatchObject({
    what: { kind: 'verdict', before: 'clear', after: 'notEligible' },
    cause: 'neu',
    share: 0.25,
    citizen: { a: false, b: true },
  })
})

it('widens a question to all that can be answered on either side', () => {
  const choice = (values: readonly string[], more: Partial<Question> = {}): Question => ({
    ...yesNo('wahl'),
    kind: 'choice',
    options: values.map((value) => ({ value, label: value })),
    ...more,
  })
  const number = (more: Partial<Question>): Question => ({ ...yesNo('zahl'), kind: 'integer', ...more })
  const { ruleSet } = mergeRuleSets(
    aRuleSet({ questions: [choice(['a', 'alt'], { mayBeUnknown: true }), number({ min: 0, max: 5 })] }),
    aRuleSet({ questions: [choice(['neu', 'a'], { askWhen: is('zahl', 3) }), number({ min: 3, max: 9 })] }),
  )
  expect(ruleSet.questions).toEqual([
    choice(['neu', 'a', 'alt'], { mayBeUnknown: true }),
    number({ min: 0, max: 9 }),
  ])
  const below = mergeRuleSets(
    aRuleSet({ questions: [number({ min: -5 })] }),
    aRuleSet({ questions: [number({ max: 9 })] }),
  )
  expect(below.ruleSet.questions).toEqual([number({ min: -5, max: 1_000_000_000 })])
})

it('tells facts apart that are worked out alike from questions that are not', () => {
  const sideWith = (kind: 'integer' | 'euro'): RuleSet =>
    aRuleSet({
      questions: [{ ...yesNo('zahl'), kind }],
      derived: [
        { fact: 'doppelt', function: 'times', of: ['zahl'], with: { factor: 2 } },
        { fact: 'vierfach', function: 'times', of: ['doppelt'], with: { factor: 2 } },
      ],
      rules: [aRule('viel', 'notEligible', { fact: 'vierfach', operator: 'greaterThan', value: 40 })],
    })
  const { ruleSet, nameIn } = mergeRuleSets(sideWith('integer'), sideWith('euro'))
  expect(ruleSet.questions.map(({ id }) => id)).toEqual(['after~zahl', 'before~zahl'])
  expect(ruleSet.derived).toHaveLength(4)
  expect(nameIn('before', 'vierfach')).toBe('before~vierfach')
  const alike = mergeRuleSets(sideWith('euro'), sideWith('euro'))
  expect(alike.ruleSet.derived).toHaveLength(2)
  expect(alike.nameIn('before', 'vierfach')).toBe('vierfach')
})

it('merges chains of questions that apply by each other without growing', () => {
  const options = ['x', 'y', 'z'].map((value) => ({ value, label: value }))
  const ids = Array.from({ length: 24 }, (_, i) => `q${i}`)
  const chain = (last: string): RuleSet =>
    aRuleSet({
      questions: ids.map((id, i) => ({
        ...yesNo(id),
        kind: 'choice' as const,
        options,
        ...(i === 0
          ? {}
          : { askWhen: { any: [is(`q${i - 1}`, 'x'), is(`q${i - 1}`, i === 5 ? last : 'y')] } }),
      })),
      rules: [aRule('ende', 'notEligible', is('q23', 'x'))],
    })
  const start = processorTime()
  const { differences } = compareRuleSets(chain('y'), chain('z'), today)
  expect(differences.map(({ what }) => what.kind)).toEqual(['verdict', 'verdict'])
  expect(processorTime() - start).toBeLessThan(3_000)
})
