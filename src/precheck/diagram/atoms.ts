import type { CompiledCondition, CompiledRuleSet, FactSlot } from '../compile.js'
import type { Leaf } from '../rule-set.js'

/** One comparison as the conditions of a rule set contain it, however often it occurs. */
export interface Atom {
  readonly slot: number
  readonly leaf: Leaf
}

/** Two leaves with the same name are the same comparison. */
export const atomName = ({ fact, operator, value }: Leaf): string =>
  `${fact} ${operator} ${JSON.stringify(value)}`

/** What a fact is compared with; nothing where only counts whether it is known. */
export const constantsOf = ({ leaf }: Atom): (string | number | boolean)[] =>
  leaf.operator === 'isUnknown' ? [] : ([leaf.value].flat() as (string | number | boolean)[])

/** Every comparison of a rule set once, by name, those of `askWhen` and of notices too. */
export function atomsOf({ rules, documents, fees, slots }: CompiledRuleSet): ReadonlyMap<string, Atom> {
  const atoms = new Map<string, Atom>()
  const seen = new Set<CompiledCondition>()
  const visit = (condition: CompiledCondition): void => {
    if (seen.has(condition)) return
    seen.add(condition)
    if (condition.kind === 'leaf') atoms.set(atomName(condition.leaf), condition)
    else condition.parts.forEach(visit)
  }
  const asked = slots.map((slot) => (slot.kind === 'question' ? slot.askWhen : null))
  for (const condition of [...rules, ...documents, ...fees, ...asked])
    if (condition !== null) visit(condition)
  return atoms
}

/** The questions behind a fact, each once, in the order in which facts are worked out. */
export function rootsOf({ slots }: CompiledRuleSet, slot: number): number[] {
  const found = new Set<number>()
  const visit = (at: number): void => {
    const fact: FactSlot = slots[at]!
    if (fact.kind === 'question') found.add(at)
    else if (fact.kind === 'derived') fact.of.forEach(visit)
  }
  visit(slot)
  return [...found].toSorted((a, b) => a - b)
}
