import fc from 'fast-check'
import { compile } from '../../../src/precheck/compile.js'
import { yes, type Node } from '../../../src/precheck/diagram/diagrams.js'
import { evenWeights } from '../../../src/precheck/diagram/questions-left.js'
import { drawDiagram, type RuleDiagram } from '../../../src/precheck/diagram/rule-diagram.js'
import { shareOf } from '../../../src/precheck/diagram/share.js'
import { anyRuleSet, today } from './support/random-rule-set.js'

/** Every way in which the axes can lie, with its share. */
function everyPlace({ axes }: RuleDiagram): { cells: number[]; share: number }[] {
  const weights = evenWeights({ axes } as RuleDiagram)
  return axes.reduce<{ cells: number[]; share: number }[]>(
    (all, axis, variable) =>
      all.flatMap(({ cells, share }) =>
        [...axis.cells.keys()].map((cell) => ({
          cells: [...cells, cell],
          share: share * weights[variable]![cell]!,
        })),
      ),
    [{ cells: [], share: 1 }],
  )
}

it('is the sum over all answers, and that of all verdicts is one', () => {
  fc.assert(
    fc.property(anyRuleSet({ shared: true }), (ruleSet) => {
      const diagram = drawDiagram(compile(ruleSet), today)
      fc.pre(diagram.axes.reduce((product, { cells }) => product * cells.length, 1) < 3_000)
      const { diagrams, outcome, rules } = diagram
      const { wrongAuthority, notEligible, needsReview, clear } = outcome
      const all = [wrongAuthority, notEligible, needsReview, clear]
      expect(all.reduce((sum, node) => sum + shareOf(diagram, node), 0)).toBeCloseTo(1, 9)
      const places = everyPlace(diagram)
      const summed = (node: Node) =>
        places
          .filter(({ cells }) => diagrams.restrict([node], cells)[0] === yes)
          .reduce((sum, { share }) => sum + share, 0)
      for (const node of [...rules.slice(0, 2), clear])
        expect(shareOf(diagram, node)).toBeCloseTo(summed(node), 9)
    }),
    { numRuns: 60 },
  )
})
