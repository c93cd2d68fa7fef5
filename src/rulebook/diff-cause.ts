import type { CompiledRuleSet } from '../precheck/compile.js'
import type { Comparison, Difference } from '../precheck/diagram/compare.js'
import { no, type Node } from '../precheck/diagram/diagrams.js'
import type { Day, FindingKind } from '../precheck/rule-set.js'

/** Two rule sets with what their comparison found. */
export interface TwoRuleSets {
  readonly before: CompiledRuleSet
  readonly after: CompiledRuleSet
  readonly day: Day
  readonly comparison: Comparison
}

/**
 * What of a rule set brings a difference about. `new`: it applies where it did not; `gone`: it no longer does;
 * `moved`: here the one and there the other; `other`: it finds or costs something else where it applies.
 */
export interface DiffCause {
  readonly kind: 'rule' | 'document' | 'fee' | 'questions'
  /** `null` where only when a question applies has changed. */
  readonly id: string | null
  readonly name: string
  readonly source: string | null
  readonly change: 'new' | 'gone' | 'moved' | 'other'
}

/** What brings a difference about, by the name it has now, or had. */
export function causeOf(two: TwoRuleSets, { what, cause, mainly }: Difference): DiffCause {
  if (what.kind === 'document')
    return {
      kind: 'document',
      id: what.id,
      ...namedIn(two, 'documents', what.id),
      change: what.neededAfter ? 'new' : 'gone',
    }
  if (what.kind === 'fee')
    return {
      kind: 'fee',
      id: what.id,
      ...namedIn(two, 'fees', what.id),
      change: what.before === 'none' ? 'new' : what.after === 'none' ? 'gone' : 'other',
    }
  if (cause === null) return { kind: 'questions', id: null, name: 'Fragen', source: null, change: 'other' }
  return {
    kind: 'rule',
    id: cause,
    ...namedIn(two, 'rules', cause),
    change: changeOfRule(two, cause, mainly),
  }
}

interface Named {
  readonly id: string
  readonly name?: string
  readonly source: string
}

/** The name and source as they are now, or as they were if there is no such part any more. */
function namedIn(
  { before, after }: TwoRuleSets,
  list: 'documents' | 'rules' | 'fees',
  id: string,
): Pick<DiffCause, 'name' | 'source'> {
  const partIn = ({ ruleSet }: CompiledRuleSet): Named | undefined =>
    (ruleSet[list] as readonly Named[]).find((part) => part.id === id)
  const part = partIn(after) ?? partIn(before)!
  return { name: part.name ?? part.id, source: part.source }
}

/** Where a rule works otherwise than before, whether it holds there before, after, or both. */
function changeOfRule(two: TwoRuleSets, id: string, where: Node): DiffCause['change'] {
  const { diagrams } = two.comparison.diagram
  const [old, now] = nodesOfRule(two, id)
  const [was, is] = [diagrams.and(where, old) !== no, diagrams.and(where, now) !== no]
  if (was && is) return findingIn(two.before, id) === findingIn(two.after, id) ? 'moved' : 'other'
  return is ? 'new' : 'gone'
}

/** The other deciding rules that work otherwise than before somewhere in a region. */
export function otherRulesIn(two: TwoRuleSets, cause: DiffCause, region: Node): string[] {
  if (cause.kind !== 'rule') return []
  const { diagrams } = two.comparison.diagram
  const all = [...two.after.ruleSet.rules, ...two.before.ruleSet.rules]
  const ids = new Set(all.filter(({ finding }) => finding !== 'notice').map(({ id }) => id))
  ids.delete(cause.id!)
  return [...ids].filter((id) => diagrams.and(region, diagrams.differ(...nodesOfRule(two, id))) !== no)
}

/** When a rule holds before and after; never where it does not exist. */
function nodesOfRule({ before, after, comparison }: TwoRuleSets, id: string): [before: Node, after: Node] {
  const { rules } = comparison.diagram
  const nodeIn = ({ ruleSet }: CompiledRuleSet, from: number): Node => {
    const at = ruleSet.rules.findIndex((rule) => rule.id === id)
    return at < 0 ? no : rules[from + at]!
  }
  return [nodeIn(before, 0), nodeIn(after, before.ruleSet.rules.length)]
}

export const findingIn = ({ ruleSet }: CompiledRuleSet, rule: string): FindingKind | undefined =>
  ruleSet.rules.find(({ id }) => id === rule)?.finding
