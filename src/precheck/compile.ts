import { factOrder } from './fact-order.js'
import { library } from './functions.js'
import { holds } from './operators.js'
import type { Answers, Condition, Day, DerivedFact, Leaf, Question, RuleSet } from './rule-set.js'
import { notKnown } from './rule-set.js'
import { False, not, True, Unknown, type Truth } from './truth.js'

/**
 * The facts of one case, by slot, each worked out when a condition first asks for it: most conditions end before
 * they need all of theirs. A value of `undefined` is an unanswered question.
 */
export interface Facts {
  readonly slots: readonly FactSlot[]
  readonly answers: Answers
  readonly today: Day
  readonly values: unknown[]
  readonly applies: (Truth | undefined)[]
}

const notWorkedOut = Symbol('not worked out')

/** The value of a fact by its slot, worked out now if nobody has asked for it yet. */
export function valueOf(facts: Facts, at: number): unknown {
  const value = facts.values[at]
  return value === notWorkedOut ? (facts.values[at] = workOut(facts, facts.slots[at]!)) : value
}

/** Whether a fact applies. A question whose `askWhen` is false does not: its answer is kept and does not count. */
export function appliesOf(facts: Facts, at: number): Truth {
  return (facts.applies[at] ??= appliesNow(facts, facts.slots[at]!))
}

/** A condition made ready to run: a closure, and the shape it came from for finding out what is still open. */
export type CompiledCondition = { readonly truth: (facts: Facts) => Truth } & (
  | { readonly kind: 'leaf'; readonly slot: number; readonly leaf: Leaf }
  | { readonly kind: 'all' | 'any' | 'not'; readonly parts: readonly CompiledCondition[] }
)

/** One fact in the order in which facts can be worked out: what a fact depends on stands before it. */
export type FactSlot =
  | { readonly kind: 'today'; readonly id: 'today' }
  | {
      readonly kind: 'question'
      readonly id: string
      readonly question: Question
      readonly askWhen: CompiledCondition | null
    }
  | DerivedSlot

interface DerivedSlot {
  readonly kind: 'derived'
  readonly id: string
  readonly derived: DerivedFact
  readonly of: readonly number[]
}

export interface CompiledRuleSet {
  readonly ruleSet: RuleSet
  readonly slots: readonly FactSlot[]
  readonly slotOf: ReadonlyMap<string, number>
  readonly rules: readonly CompiledCondition[]
  /** `null`: always needed or due. */
  readonly documents: readonly (CompiledCondition | null)[]
  readonly fees: readonly (CompiledCondition | null)[]
}

/**
 * Makes a checked rule set ready to run. Closures and no generated code, so that a strict content security
 * policy stays possible and a rule file can never become a program.
 * @throws Error if facts depend on each other in a circle or an unknown fact is named; `rulebook/` reports both
 *   with file and pointer before it comes to this.
 */
export function compile(ruleSet: RuleSet): CompiledRuleSet {
  const order = factOrder(ruleSet)
  const slotOf = new Map(order.map((id, slot) => [id, slot]))
  const questions = new Map(ruleSet.questions.map((question) => [question.id, question]))
  const derivedFacts = new Map((ruleSet.derived ?? []).map((derived) => [derived.fact, derived]))
  const compiled = conditionCompiler(slotOf)
  const optional = (condition: Condition | undefined) =>
    condition === undefined ? null : compiled(condition)

  const slots = order.map((id): FactSlot => {
    const question = questions.get(id)
    if (question !== undefined) return { kind: 'question', id, question, askWhen: optional(question.askWhen) }
    const derived = derivedFacts.get(id)
    if (derived === undefined) return { kind: 'today', id: 'today' }
    return { kind: 'derived', id, derived, of: derived.of.map((input) => slotOf.get(input)!) }
  })
  return {
    ruleSet,
    slots,
    slotOf,
    rules: ruleSet.rules.map(({ when }) => compiled(when)),
    documents: ruleSet.documents.map(({ neededWhen }) => optional(neededWhen)),
    fees: ruleSet.fees.map(({ when }) => optional(when)),
  }
}

/** Compiles conditions; one that is part of several is compiled once. */
function conditionCompiler(slotOf: ReadonlyMap<string, number>): (condition: Condition) => CompiledCondition {
  const known = new Map<Condition, CompiledCondition>()
  const compiled = (condition: Condition): CompiledCondition => {
    const before = known.get(condition)
    if (before !== undefined) return before
    const made = compileCondition(condition, compiled, slotOf)
    known.set(condition, made)
    return made
  }
  return compiled
}

function compileCondition(
  condition: Condition,
  compiled: (part: Condition) => CompiledCondition,
  slotOf: ReadonlyMap<string, number>,
): CompiledCondition {
  if ('all' in condition) {
    const parts = condition.all.map(compiled)
    return { kind: 'all', parts, truth: (facts) => allOf(parts, facts) }
  }
  if ('any' in condition) {
    const parts = condition.any.map(compiled)
    return { kind: 'any', parts, truth: (facts) => anyOf(parts, facts) }
  }
  if ('not' in condition) {
    const part = compiled(condition.not)
    return { kind: 'not', parts: [part], truth: (facts) => not(part.truth(facts)) }
  }
  return compileLeaf(condition, slotOf)
}

function compileLeaf(leaf: Leaf, slotOf: ReadonlyMap<string, number>): CompiledCondition {
  const slot = slotOf.get(leaf.fact)
  if (slot === undefined) throw new Error(`unknown fact ${leaf.fact}`)
  const { operator, value: constant } = leaf
  // A leaf over a fact that does not apply is false: there is nothing to compare.
  const truth = (facts: Facts): Truth => {
    const applicable = appliesOf(facts, slot)
    if (applicable === False) return False
    const value = valueOf(facts, slot)
    if (value === undefined) return Unknown
    return holds(operator, value, constant) ? applicable : False
  }
  return { kind: 'leaf', slot, leaf, truth }
}

function allOf(parts: readonly CompiledCondition[], facts: Facts): Truth {
  let result: Truth = True
  for (const part of parts) {
    const truth = part.truth(facts)
    if (truth === False) return False
    if (truth < result) result = truth
  }
  return result
}

function anyOf(parts: readonly CompiledCondition[], facts: Facts): Truth {
  let result: Truth = False
  for (const part of parts) {
    const truth = part.truth(facts)
    if (truth === True) return True
    if (truth > result) result = truth
  }
  return result
}

/** The facts for given answers on a day at the counter; nothing is worked out yet. */
export const factsFor = ({ slots }: CompiledRuleSet, answers: Answers, today: Day): Facts => ({
  slots,
  answers,
  today,
  values: slots.map<unknown>(() => notWorkedOut),
  applies: slots.map(() => undefined),
})

/** Only own properties are answers: a question may be called `constructor`. */
function workOut(facts: Facts, slot: FactSlot): unknown {
  if (slot.kind === 'today') return facts.today
  if (slot.kind === 'derived') return derive(facts, slot)
  return Object.hasOwn(facts.answers, slot.id) ? facts.answers[slot.id] : undefined
}

/** A question applies by its `askWhen`, a derived fact if all it is made of does. */
function appliesNow(facts: Facts, slot: FactSlot): Truth {
  if (slot.kind === 'today') return True
  if (slot.kind === 'question') return slot.askWhen === null ? True : slot.askWhen.truth(facts)
  let least: Truth = True
  for (const input of slot.of) {
    const applies = appliesOf(facts, input)
    if (applies < least) least = applies
  }
  return least
}

/** Unknown while an input is; "weiß nicht" where an input is that. */
function derive(facts: Facts, { derived, of }: DerivedSlot): unknown {
  const args: unknown[] = []
  let known = true
  for (const input of of) {
    const value = valueOf(facts, input)
    if (value === undefined) return undefined
    if (value === notKnown) known = false
    args.push(value)
  }
  return known ? library[derived.function]!.apply(args as never[], derived.with ?? {}) : notKnown
}
