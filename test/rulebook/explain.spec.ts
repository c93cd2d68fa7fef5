import fc from 'fast-check'
import { evaluate } from '../../src/precheck/evaluate.js'
import { explain } from '../../src/precheck/explain.js'
import type { Explained } from '../../src/precheck/explanation.js'
import { precheckOf } from '../../src/precheck/precheck-of.js'
import type { Reason } from '../../src/precheck/reason.js'
import type { Answers } from '../../src/precheck/rule-set.js'
import { True, False } from '../../src/precheck/truth.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { anyAnswers, anyEvidence } from '../support/random-answers.js'

const ruleSets = Rulebook.from('rules')
  .all()
  .map((ruleSet) => [ruleSet.id, ruleSet] as const)

const answersNamed = (reasons: readonly Reason[]): string[] => [
  ...new Set(
    reasons.flatMap(({ kind, fact, from }) => [...(kind === 'answer' ? [fact] : []), ...answersNamed(from)]),
  ),
]
const only = (answers: Answers, ids: readonly string[]): Answers =>
  Object.fromEntries(ids.map((id) => [id, answers[id]!]))

describe.each(ruleSets)('%s', (_, { compiled, inForceFrom: today }) => {
  const anyCase = fc.record({
    answers: anyAnswers(compiled.ruleSet, today, { complete: true }),
    evidence: anyEvidence(compiled.ruleSet),
    today: fc.constant(today),
  })

  it('needs every answer it names, and no other, to decide a rule, document or fee', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const { rules, documents, fees } = explain(compiled, given)
        const truths = (answers: Answers) => evaluate(compiled, answers, today)
        for (const [list, explained] of Object.entries({ rules, documents, fees }))
          explained.forEach(({ holds, because }: Explained, i: number) => {
            const truth = { yes: True, no: False, open: null }[holds]
            const truthOf = (ids: string[]) => truths(only(given.answers, ids))[list as 'rules'][i]
            const named = answersNamed(because)
            expect(truthOf(named)).toBe(truth)
            for (const id of named) expect(truthOf(named.filter((other) => other !== id))).not.toBe(truth)
          })
      }),
      { numRuns: 5 },
    )
  })

  it('names answers that are enough not to ask', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        for (const { question, because } of explain(compiled, given, Object.keys(given.answers).slice(0, 12))
          .notAsked) {
          const answers = only(given.answers, answersNamed(because))
          expect(precheckOf(compiled, { ...given, answers }).relevant).not.toContain(question)
        }
      }),
      { numRuns: 2 },
    )
  })
})
