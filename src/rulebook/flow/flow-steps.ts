import type { RuleDiagram } from '../../precheck/diagram/rule-diagram.js'
import type { FlowStep } from './flow.js'

/** A step with the variables of the diagram that it settles. */
export interface StepOfDiagram extends Pick<FlowStep, 'id' | 'kind' | 'text' | 'group' | 'source'> {
  readonly variables: readonly number[]
}

/** The questions that decide anything, and the facts made of several, in the order of asking. */
export function stepsIn({ axes, compiled, diagrams, results }: RuleDiagram): StepOfDiagram[] {
  const { questions, derived = [], groups = [] } = compiled.ruleSet
  const used = [...diagrams.support(results)].toSorted((a, b) => a - b)
  const keyOf = (variable: number): string => {
    const { name, questions } = axes[variable]!
    return questions.length > 1 ? `fact ${name}` : questions[0]!
  }
  return [...Map.groupBy(used, keyOf).values()].map((variables): StepOfDiagram => {
    const axis = axes[variables[0]!]!
    const last = questions.find(({ id }) => id === axis.questions.at(-1))!
    const group = groups.find(({ id }) => id === last.group)?.title ?? null
    if (axis.questions.length === 1)
      return { id: last.id, kind: 'question', text: last.text, group, source: last.source, variables }
    const text = derived.find(({ fact }) => fact === axis.name)?.name ?? axis.name
    return {
      id: axis.name,
      kind: 'fact',
      text: `${text} (ergibt sich aus den Antworten)`,
      group,
      source: null,
      variables,
    }
  })
}
