import type { Condition, RuleSet } from './rule-set.js'

/** The facts that a condition reads. */
export function factsIn(condition: Condition | undefined): string[] {
  if (condition === undefined) return []
  if ('all' in condition) return condition.all.flatMap(factsIn)
  if ('any' in condition) return condition.any.flatMap(factsIn)
  return 'not' in condition ? factsIn(condition.not) : [condition.fact]
}

/** Facts that depend on each other: the first of them stands at the end again. */
export class FactCircle extends Error {
  constructor(readonly facts: readonly string[]) {
    super(`facts depend on each other: ${facts.join(' → ')}`)
  }
}

/**
 * Facts sorted so that each stands after those it depends on, in the author's order otherwise.
 * @throws FactCircle if they depend on each other in a circle; Error if an unknown fact is named
 */
export function factOrder(ruleSet: RuleSet): string[] {
  const needs = new Map<string, readonly string[]>([['today', []]])
  for (const question of ruleSet.questions) needs.set(question.id, factsIn(question.askWhen))
  for (const derived of ruleSet.derived ?? []) needs.set(derived.fact, derived.of)

  const order: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (id: string, from: readonly string[]): void => {
    if (state.get(id) === 'done') return
    if (state.get(id) === 'open') throw new FactCircle([...from.slice(from.indexOf(id)), id])
    state.set(id, 'open')
    for (const need of needs.get(id) ?? unknownFact(id)) visit(need, [...from, id])
    state.set(id, 'done')
    order.push(id)
  }
  for (const id of needs.keys()) visit(id, [])
  return order
}

function unknownFact(id: string): never {
  throw new Error(`unknown fact ${id}`)
}
