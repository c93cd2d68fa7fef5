import fc from 'fast-check'
import { compile } from '../../../src/precheck/compile.js'
import { nextQuestion } from '../../../src/precheck/diagram/ask-next.js'
import {
  narrow,
  narrowFurther,
  possibleOutcomes,
  relevantQuestions,
  truthOf,
} from '../../../src/precheck/diagram/narrow.js'
import { True } from '../../../src/precheck/truth.js'
import { anyConversation } from './support/any-conversation.js'
import { completions, outcomeWith, questionsThatMatter, resultOf } from './support/brute-force.js'
import { anyRuleSet, today } from './support/random-rule-set.js'

it('calls relevant exactly the questions that change the result of some completion', () => {
  fc.assert(
    fc.property(anyConversation(anyRuleSet()), ({ ruleSet, given }) => {
      const compiled = compile(ruleSet)
      const all = completions(ruleSet, given)!
      const narrowed = narrow(compiled, given, today)
      expect(narrowed.diagram.approximate).toEqual([])
      expect(relevantQuestions(narrowed)).toEqual(questionsThatMatter(compiled, all))
    }),
    { numRuns: 120 },
  )
})

it('holds possible exactly the outcomes of all completions', () => {
  fc.assert(
    fc.property(anyConversation(anyRuleSet()), ({ ruleSet, given, evidence }) => {
      const compiled = compile(ruleSet)
      const all = completions(ruleSet, given)!
      const possible = possibleOutcomes(narrow(compiled, given, today), { evidence, today })
      const reached = new Set(all.map((answers) => outcomeWith(resultOf(compiled, answers), evidence)))
      expect(new Set(possible)).toEqual(reached)
    }),
    { numRuns: 120 },
  )
})

it('holds more possible, never less, where several questions make up a fact, and names the fact', () => {
  fc.assert(
    fc.property(anyConversation(anyRuleSet({ shared: true })), ({ ruleSet, given, evidence }) => {
      const compiled = compile(ruleSet)
      const all = completions(ruleSet, given)!
      const narrowed = narrow(compiled, given, today)
      const reached = new Set(all.map((answers) => outcomeWith(resultOf(compiled, answers), evidence)))
      expect(relevantQuestions(narrowed)).toEqual(expect.arrayContaining(questionsThatMatter(compiled, all)))
      expect(possibleOutcomes(narrowed, { evidence, today })).toEqual(expect.arrayContaining([...reached]))
      const madeUp = new Set(
        compiled.ruleSet.derived?.filter(({ of }) => !of.includes('today') && of.length > 1),
      )
      for (const fact of narrowed.diagram.approximate)
        expect([...madeUp].map((one) => one.fact)).toContain(fact)
    }),
    { numRuns: 120 },
  )
})

it('goes on from an answered question to the next as if both had been answered at once', () => {
  fc.assert(
    fc.property(anyConversation(anyRuleSet({ shared: true })), fc.nat(), ({ ruleSet, given }, at) => {
      const compiled = compile(ruleSet)
      const answers = Object.entries(given)
      fc.pre(answers.length > 0)
      const [last] = answers.splice(at % answers.length, 1)
      const before = narrow(compiled, Object.fromEntries(answers), today)
      const { applies, appliesWhen, ...gone } = narrowFurther(before, ...last!)
      const { applies: _, appliesWhen: whenAtOnce, ...atOnce } = narrow(compiled, given, today)
      expect({ ...gone, answers: given }).toEqual({ ...atOnce, answers: given })
      expect(ruleSet.questions.map(({ id }) => appliesWhen(id))).toEqual(
        ruleSet.questions.map(({ id }) => whenAtOnce(id)),
      )
      expect(ruleSet.questions.map(({ id }) => applies(id))).toEqual(
        ruleSet.questions.map(({ id }) => truthOf(whenAtOnce(id))),
      )
    }),
    { numRuns: 80 },
  )
})

it('always has a question to ask while one matters, and one that applies', () => {
  fc.assert(
    fc.property(anyConversation(anyRuleSet({ shared: true })), ({ ruleSet, given }) => {
      const compiled = compile(ruleSet)
      const narrowed = narrow(compiled, given, today)
      const relevant = relevantQuestions(narrowed)
      const next = nextQuestion(narrowed)
      expect(next === null).toBe(relevant.length === 0)
      if (next === null) return
      expect(relevant).toContain(next)
      expect(narrowed.applies(next)).toBe(True)
    }),
    { numRuns: 120 },
  )
})
