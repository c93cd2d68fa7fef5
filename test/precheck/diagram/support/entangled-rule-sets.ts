import type { Condition, Question, RuleSet } from '../../../../src/precheck/rule-set.js'
import { aRule, aRuleSet, is, yesNo } from '../../../support/rule-set-builder.js'

export const ids = (count: number, letter: string) => Array.from({ length: count }, (_, i) => `${letter}${i}`)
const options = (count: number) => ids(count, 'w').map((value) => ({ value, label: value }))

/** "What was answered there is answered here": every one of the first questions equal to its partner far below. */
export function pairsOrderedApart(count: number): RuleSet {
  const choice = (id: string): Question => ({ ...yesNo(id), kind: 'choice', options: options(6) })
  const same = (i: number): Condition => ({
    any: options(6).map(({ value }) => ({ all: [is(`a${i}`, value), is(`b${i}`, value)] })),
  })
  return aRuleSet({
    questions: [...ids(count, 'a'), ...ids(count, 'b')].map(choice),
    rules: [aRule('gleich', 'notEligible', { all: ids(count, 'a').map((_, i) => same(i)) })],
  })
}

/** The same with every option of one question of several answers against those of another. */
export function optionsApart(count: number): RuleSet {
  const choices = (id: string): Question => ({ ...yesNo(id), kind: 'choices', options: options(count) })
  const has = (fact: string, value: string): Condition => ({ fact, operator: 'contains', value })
  return aRuleSet({
    questions: [choices('hier'), choices('dort')],
    rules: [
      aRule('beides', 'needsReview', {
        any: options(count).map(({ value }) => ({ all: [has('hier', value), has('dort', value)] })),
      }),
    ],
  })
}

/** As many rules, each over a few questions from all over. */
export const tangled = (count: number): RuleSet =>
  aRuleSet({
    questions: ids(count, 'q').map((id) => yesNo(id)),
    rules: ids(count * 3, 'r').map((id, i) =>
      aRule(id, (['wrongAuthority', 'notEligible', 'needsReview'] as const)[i % 3]!, {
        all: [7, 13, 29].map((step) => is(`q${(i * step + step) % count}`, (i + step) % 2 === 0)),
      }),
    ),
  })
