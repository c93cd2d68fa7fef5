import fc from 'fast-check'
import { compile, type CompiledRuleSet } from '../../../src/precheck/compile.js'
import { no, yes } from '../../../src/precheck/diagram/diagrams.js'
import { narrow } from '../../../src/precheck/diagram/narrow.js'
import { changeToClear, shortestChange } from '../../../src/precheck/diagram/shortest-change.js'
import { shortestReason } from '../../../src/precheck/diagram/shortest-reason.js'
import type { Answers } from '../../../src/precheck/rule-set.js'
import { processorTime } from '../../support/processor-time.js'
import { aRule, aRuleSet, is, yesNo } from '../../support/rule-set-builder.js'
import { anyConversation } from './support/any-conversation.js'
import { completions, resultOf } from './support/brute-force.js'
import { anyRuleSet, today } from './support/random-rule-set.js'

const differing = (given: Answers, other: Answers): string[] =>
  Object.keys(given).filter((id) => JSON.stringify(given[id]) !== JSON.stringify(other[id]))

const clearOnes = (compiled: CompiledRuleSet): Answers[] =>
  completions(compiled.ruleSet)!.filter((answers) => resultOf(compiled, answers).standing === 'clear')

it('finds the fewest answers that would have to be different, and they are enough', () => {
  fc.assert(
    fc.property(anyConversation(anyRuleSet()), ({ ruleSet, given }) => {
      const compiled = compile(ruleSet)
      const narrowed = narrow(compiled, given, today)
      const change = changeToClear(narrowed)
      const fewest = Math.min(...clearOnes(compiled).map((answers) => differing(given, answers).length))
      expect(change?.questions.length ?? Infinity).toBe(fewest)
      if (change === null) return
      const moved = narrowed.known.map((cell, variable) => change.cells.get(variable) ?? cell)
      const { diagram } = narrowed
      expect(diagram.diagrams.restrict([diagram.outcome.clear], moved)).not.toEqual([no])
      expect(new Set([...change.cells.keys()].flatMap((at) => diagram.axes[at]!.questions))).toEqual(
        new Set(change.questions),
      )
    }),
    { numRuns: 150 },
  )
})

it('leaves alone what must stay', () => {
  fc.assert(
    fc.property(
      anyConversation(anyRuleSet()),
      fc.array(fc.boolean(), { minLength: 5 }),
      (conversation, stay) => {
        const { ruleSet, given } = conversation
        const compiled = compile(ruleSet)
        const { diagram, known } = narrow(compiled, given, today)
        const fixed = new Set(Object.keys(given).filter((_, i) => stay[i]))
        const change = shortestChange(diagram, diagram.outcome.clear, known, fixed)
        const possible = clearOnes(compiled)
          .map((answers) => differing(given, answers))
          .filter((ids) => !ids.some((id) => fixed.has(id)))
        expect(change?.questions.length ?? Infinity).toBe(Math.min(...possible.map(({ length }) => length)))
      },
    ),
    { numRuns: 100 },
  )
})

const subsets = <One>(all: readonly One[]): One[][] =>
  all.reduce<One[][]>((found, one) => [...found, ...found.map((some) => [...some, one])], [[]])

it('finds a smallest set of answers that fixes the outcome whatever the others are', () => {
  let fixed = 0
  fc.assert(
    fc.property(anyConversation(anyRuleSet()), ({ ruleSet, given }) => {
      const compiled = compile(ruleSet)
      const standings = (some: readonly string[]) =>
        new Set(
          completions(ruleSet, Object.fromEntries(some.map((id) => [id, given[id]!])))!.map(
            (answers) => resultOf(compiled, answers).standing,
          ),
        )
      const reason = shortestReason(narrow(compiled, given, today))
      expect(reason === null).toBe(standings(Object.keys(given)).size > 1)
      if (reason === null) return
      fixed++
      const enough = subsets(Object.keys(given)).filter((some) => standings(some).size === 1)
      expect(reason.isShortest).toBe(true)
      expect(reason.questions).toHaveLength(Math.min(...enough.map(({ length }) => length)))
      expect(standings(reason.questions).size).toBe(1)
    }),
    { numRuns: 100 },
  )
  expect(fixed).toBeGreaterThan(20)
})

it('takes one answer that is enough over several that are too, and changes one that frees', () => {
  const ruleSet = aRuleSet({
    questions: ['a', 'b', 'c', 'd'].map((id) => yesNo(id)),
    rules: [
      aRule('beide', 'notEligible', { all: [is('a'), is('b'), is('c')] }),
      aRule('eine', 'notEligible', is('d')),
    ],
  })
  const compiled = compile(ruleSet)
  const all = narrow(compiled, { a: true, b: true, c: true, d: true }, today)
  expect(shortestReason(all)).toEqual({ decides: 'notEligible', questions: ['d'], isShortest: true })
  expect(changeToClear(all)?.questions).toHaveLength(2)
  const without = narrow(compiled, { a: true, b: true, c: true, d: false }, today)
  expect(changeToClear(without)?.questions).toHaveLength(1)
  expect(shortestChange(without.diagram, yes, without.known)?.questions).toEqual([])
})

it('counts several other options of one question as one other answer', () => {
  const options = ['x', 'y'].map((value) => ({ value, label: value }))
  const has = (value: string) => ({ fact: 'mehrere', operator: 'contains', value }) as const
  const compiled = compile(
    aRuleSet({
      questions: [yesNo('a'), yesNo('b'), { ...yesNo('mehrere'), kind: 'choices', options }],
      rules: [
        aRule('sonst', 'notEligible', {
          not: { any: [{ all: [is('a'), is('b')] }, { all: [has('x'), has('y')] }] },
        }),
      ],
    }),
  )
  const narrowed = narrow(compiled, { a: false, b: false, mehrere: [] }, today)
  expect(changeToClear(narrowed)?.questions).toEqual(['mehrere'])
})

it('finds a reason in a bounded time where it takes very many answers', () => {
  // Thirty rules, each of which any of three answers keeps from applying.
  const ids = Array.from({ length: 30 }, (_, i) => `q${i}`)
  const compiled = compile(
    aRuleSet({
      questions: ids.map((id) => yesNo(id)),
      rules: ids.map((id, i) =>
        aRule(`r${i}`, 'notEligible', {
          all: [is(id), is(ids[(i * 7 + 3) % 30]!), is(ids[(i * 11 + 5) % 30]!)],
        }),
      ),
    }),
  )
  const start = processorTime()
  const narrowed = narrow(compiled, Object.fromEntries(ids.map((id) => [id, false])), today)
  const { questions } = shortestReason(narrowed)!
  expect(processorTime() - start).toBeLessThan(6_000)
  const some = Object.fromEntries(questions.map((id) => [id, false]))
  expect(narrow(compiled, some, today).outcome.clear).toBe(yes)
})
