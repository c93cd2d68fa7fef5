import fc from 'fast-check'
import { compile, type CompiledRuleSet } from '../../../src/precheck/compile.js'
import { citizenIn } from '../../../src/precheck/diagram/citizen.js'
import { no, type Node } from '../../../src/precheck/diagram/diagrams.js'
import { drawDiagram, type RuleDiagram } from '../../../src/precheck/diagram/rule-diagram.js'
import { evaluate } from '../../../src/precheck/evaluate.js'
import type { Answers, RuleSet } from '../../../src/precheck/rule-set.js'
import { True } from '../../../src/precheck/truth.js'
import { anyConversation } from './support/any-conversation.js'
import { completions, resultOf } from './support/brute-force.js'
import { anyRuleSet, today } from './support/random-rule-set.js'

/** Every function of a rule set that can be asked for, beside what the closures say of it. */
function functionsOf({
  compiled,
  rules,
  documents,
  fees,
  outcome,
}: RuleDiagram): [Node, (answers: Answers) => boolean][] {
  const isTrue = (part: 'rules' | 'documents' | 'fees', i: number) => (answers: Answers) =>
    evaluate(compiled, answers, today)[part][i] === True
  const standings = ['wrongAuthority', 'notEligible', 'needsReview', 'clear'] as const
  return [
    ...rules.map((node, i) => [node, isTrue('rules', i)] as [Node, (answers: Answers) => boolean]),
    ...documents.map((node, i) => [node, isTrue('documents', i)] as [Node, (answers: Answers) => boolean]),
    ...fees.map((node, i) => [node, isTrue('fees', i)] as [Node, (answers: Answers) => boolean]),
    ...standings.map(
      (one) =>
        [outcome[one], (answers: Answers) => resultOf(compiled, answers).standing === one] as [
          Node,
          (answers: Answers) => boolean,
        ],
    ),
  ]
}

const drawn = (ruleSet: RuleSet): { compiled: CompiledRuleSet; diagram: RuleDiagram } => {
  const compiled = compile(ruleSet)
  return { compiled, diagram: drawDiagram(compiled, today) }
}

it('is found for every function that ever holds, and it holds for the citizen whatever is still open', () => {
  fc.assert(
    fc.property(anyConversation(anyRuleSet()), ({ ruleSet }) => {
      const { diagram } = drawn(ruleSet)
      for (const [node, holds] of functionsOf(diagram)) {
        const citizen = citizenIn(diagram, node)
        expect(citizen === null).toBe(node === no)
        if (citizen === null) continue
        for (const answers of completions(ruleSet, citizen)!) expect(holds(answers)).toBe(true)
      }
    }),
    { numRuns: 80 },
  )
})

it('is never made up where facts of several questions contradict each other', () => {
  let found = 0
  let missed = 0
  fc.assert(
    fc.property(anyConversation(anyRuleSet({ shared: true })), ({ ruleSet }) => {
      const { diagram } = drawn(ruleSet)
      fc.pre(diagram.approximate.length > 0)
      const all = completions(ruleSet)!
      for (const [node, holds] of functionsOf(diagram)) {
        const citizen = citizenIn(diagram, node)
        if (citizen === null) {
          missed += all.some(holds) ? 1 : 0
          continue
        }
        found++
        for (const answers of completions(ruleSet, citizen)!) expect(holds(answers)).toBe(true)
      }
    }),
    { numRuns: 30 },
  )
  expect(found).toBeGreaterThan(30)
  // The search is bounded; what it misses is rare.
  expect(missed).toBeLessThan(found / 20)
})
