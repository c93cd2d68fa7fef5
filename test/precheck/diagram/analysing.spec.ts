import fc from 'fast-check'
import { compile } from '../../../src/precheck/compile.js'
import { analyse, type Analysis } from '../../../src/precheck/diagram/analysis.js'
import { drawDiagram } from '../../../src/precheck/diagram/rule-diagram.js'
import { evaluate, type Evaluation } from '../../../src/precheck/evaluate.js'
import { findingKinds, type RuleSet } from '../../../src/precheck/rule-set.js'
import { True } from '../../../src/precheck/truth.js'
import { aDocument, aRule, aRuleSet, is, yesNo } from '../../support/rule-set-builder.js'
import { anyConversation } from './support/any-conversation.js'
import { completions, outcomeWith, questionsThatMatter, resultOf } from './support/brute-force.js'
import { anyRuleSet, today } from './support/random-rule-set.js'

const analysisOf = (ruleSet: RuleSet): Analysis => analyse(drawDiagram(compile(ruleSet), today))
const whenOf = (truths: readonly boolean[]) =>
  truths.every(Boolean) ? 'always' : truths.some(Boolean) ? 'sometimes' : 'never'

it('says of every part whether it ever comes into play, as going through all answers does', () => {
  fc.assert(
    fc.property(anyConversation(anyRuleSet()), ({ ruleSet }) => {
      const compiled = compile(ruleSet)
      const all = completions(ruleSet)!
      const each = all.map((answers) => ({
        truths: evaluate(compiled, answers, today),
        result: resultOf(compiled, answers),
      }))
      const analysis = analysisOf(ruleSet)
      for (const part of ['rules', 'documents', 'fees'] as const)
        for (const [i, { when }] of analysis[part].entries())
          expect(when).toBe(whenOf(each.map(({ truths }) => truths[part][i] === True)))

      for (const [i, { decides }] of analysis.rules.entries())
        expect(decides).toBe(each.some(({ truths }) => isStrongest(ruleSet, truths, i)))

      for (const part of ['documents', 'fees'] as const)
        for (const [i, { neverCounts }] of analysis[part].entries())
          expect(neverCounts).toBe(
            !each.some(
              ({ truths, result }) =>
                truths[part][i] === True && ['needsReview', 'clear'].includes(result.standing),
            ),
          )
      const outcomes = new Set(
        each.flatMap(({ result }) => [outcomeWith(result, {}), ...ifAllIsThere(result)]),
      )
      expect(new Set(analysis.outcomes.map(({ outcome }) => outcome))).toEqual(outcomes)
      const mattering = questionsThatMatter(compiled, all)
      const idle = ruleSet.questions.map(({ id }) => id).filter((id) => !mattering.includes(id))
      expect(analysis.idleQuestions).toEqual(idle)
    }),
    { numRuns: 100 },
  )
})

function isStrongest({ rules }: RuleSet, truths: Evaluation, at: number): boolean {
  if (truths.rules[at] !== True) return false
  const rank = (i: number) => findingKinds.indexOf(rules[i]!.finding)
  return (
    rules[at]!.finding === 'notice' || !rules.some((_, i) => truths.rules[i] === True && rank(i) < rank(at))
  )
}

const ifAllIsThere = ({ standing }: { standing: string }) =>
  standing === 'clear' ? ['complete' as const] : []

it('names the stronger rules behind which one is hidden', () => {
  const { rules } = analysisOf(
    aRuleSet({
      questions: ['a', 'b'].map((id) => yesNo(id)),
      rules: [
        aRule('stark', 'wrongAuthority', is('a')),
        aRule('anderer', 'wrongAuthority', is('b')),
        aRule('schwach', 'notEligible', { all: [is('a'), { any: [is('b'), is('b', false)] }] }),
      ],
    }),
  )
  expect(rules.at(-1)).toMatchObject({
    id: 'schwach',
    decides: false,
    hiddenBehind: ['stark', 'anderer'],
    share: 0.5,
  })
  expect(rules[0]).toMatchObject({ decides: true, hiddenBehind: [] })
})

it('finds who pays nothing though others do, with a citizen', () => {
  const { gaps } = analysisOf(
    aRuleSet({
      questions: ['eilig', 'ermaessigt'].map((id) => yesNo(id)),
      fees: [{ id: 'eile', amount: 12, when: is('eilig'), source: '§ 2' }],
    }),
  )
  expect(gaps).toEqual([{ kind: 'noFee', share: 0.5, citizen: { eilig: false } }])
})

it('finds a „weiß nicht“ after which the case is complete all the same', () => {
  const unknown = { fact: 'a', operator: 'isUnknown', value: true } as const
  const questions = [yesNo('a', { mayBeUnknown: true })]
  const gapsWith = (more: Partial<RuleSet>) => analysisOf(aRuleSet({ questions, ...more })).gaps
  const hidden = aRule('hinweis', 'notice', unknown)
  expect(gapsWith({ rules: [hidden] })).toEqual([
    { kind: 'unknownWithoutConsequence', question: 'a', share: 0.5, citizen: expect.anything() },
  ])
  expect(gapsWith({ rules: [aRule('pruefen', 'needsReview', unknown)] })).toEqual([])
  expect(gapsWith({ rules: [hidden], documents: [aDocument('nachweis', { neededWhen: unknown })] })).toEqual(
    [],
  )
})
