import type { CompiledRuleSet } from '../precheck/compile.js'
import { axesOf } from '../precheck/diagram/axes.js'
import type { TooEntangled } from '../precheck/diagram/diagrams.js'
import { askingOrder } from '../precheck/diagram/rule-diagram.js'
import type { Day } from '../precheck/rule-set.js'

const mostNamed = 5

/** The questions and facts that make a rule set too entangled, the worst first. */
export function entangledFacts(compiled: CompiledRuleSet, today: Day, { variables }: TooEntangled): string[] {
  const { axes } = axesOf(compiled, today, askingOrder(compiled))
  const names = variables.map((variable) => {
    const { name, questions } = axes[variable]!
    return questions.length > 1 ? name : questions[0]!
  })
  return [...new Set(names)].slice(0, mostNamed)
}
