import {
  type ConditionProperties,
  Engine,
  Operator,
  OperatorDecorator,
  type RuleProperties,
  type TopLevelCondition,
} from 'json-rules-engine'
import { compile, factsFor, valueOf, type CompiledRuleSet, type FactSlot, type Facts } from './compile.js'
import { dayNumber } from './day.js'
import { evaluate } from './evaluate.js'
import { library } from './functions.js'
import { notKnown, type Answers, type Condition, type Constant, type Day, type Leaf } from './rule-set.js'
import { False, True, Unknown, type Truth } from './truth.js'

/** A rule, document need or fee that the two evaluations see differently. */
export interface Disagreement {
  readonly what: string
  readonly compiled: Truth
  readonly engine: Truth
}

/** By `rule/id`, `document/id`, `fee/id`. */
export type Truths = ReadonlyMap<string, Truth>

type Rail = 'surely' | 'possibly'
const rails = ['surely', 'possibly'] as const
const otherRail: Record<Rail, Rail> = { surely: 'possibly', possibly: 'surely' }

/** A fact as the engine sees it, so that silence and "weiß nicht" are told apart from every value. */
type EngineFact =
  | { readonly state: 'unanswered' }
  | { readonly state: 'notKnown' }
  | { readonly state: 'known'; readonly value: unknown }

/**
 * Evaluates a rule set with json-rules-engine, independently of the compiled closures. The engine knows two truth
 * values; each condition runs on two rails: *surely*, where an unanswered fact makes a leaf false, and *possibly*,
 * where it makes it true. `not` swaps the rail. Sure on the first is true, not even possible on the second false.
 *
 * One engine per run: an engine shared by overlapping runs mixes up their results.
 */
export async function engineTruths(
  ruleSet: CompiledRuleSet['ruleSet'],
  answers: Answers,
  today: Day,
): Promise<Truths> {
  const compiled = compile(ruleSet)
  const engine = engineFor(compiled)
  const conditions = namedConditions(compiled)
  for (const [name, condition] of conditions)
    for (const rail of rails) engine.addRule(ruleFor(`${rail}/${name}`, onRail(condition, rail, compiled)))
  const { results } = await engine.run(engineFacts(compiled, factsFor(compiled, answers, today)))
  const holding = new Set(results.map(({ name }) => name))
  return new Map(conditions.map(([name]) => [name, truthOf(holding, name)]))
}

/** Where the compiled evaluation and json-rules-engine differ; empty is the only good answer. */
export async function disagreements(
  compiled: CompiledRuleSet,
  answers: Answers,
  today: Day,
): Promise<Disagreement[]> {
  const engine = await engineTruths(compiled.ruleSet, answers, today)
  const ours = evaluate(compiled, answers, today)
  const { rules, documents, fees } = compiled.ruleSet
  const named = [
    ...rules.map(({ id }, i) => [`rule/${id}`, ours.rules[i]!] as const),
    ...documents.map(({ id }, i) => [`document/${id}`, ours.documents[i]!] as const),
    ...fees.map(({ id }, i) => [`fee/${id}`, ours.fees[i]!] as const),
  ]
  return named.flatMap(([what, truth]) => {
    const other = engine.get(what) ?? True
    return other === truth ? [] : [{ what, compiled: truth, engine: other }]
  })
}

const truthOf = (holding: ReadonlySet<string>, name: string): Truth =>
  holding.has(`surely/${name}`) ? True : holding.has(`possibly/${name}`) ? Unknown : False

const ruleFor = (name: string, conditions: TopLevelCondition): RuleProperties => ({
  name,
  conditions,
  event: { type: name },
})

/** Finds out whether a question is asked, before anything that hangs on it: its success is a fact for what follows. */
const ruleWhetherAsked = (name: string, conditions: TopLevelCondition, priority: number): RuleProperties => ({
  ...ruleFor(name, conditions),
  priority,
  onSuccess: (_, almanac) => almanac.addRuntimeFact(name, true),
})

const conditional = (kind: string, id: string, condition: Condition | undefined): [string, Condition][] =>
  condition === undefined ? [] : [[`${kind}/${id}`, condition]]

function namedConditions({ ruleSet }: CompiledRuleSet): [string, Condition][] {
  return [
    ...ruleSet.rules.flatMap(({ id, when }) => conditional('rule', id, when)),
    ...ruleSet.documents.flatMap(({ id, neededWhen }) => conditional('document', id, neededWhen)),
    ...ruleSet.fees.flatMap(({ id, when }) => conditional('fee', id, when)),
  ]
}

/** Refuses what the language does not have: a rule file must never reach a JSON path. */
function refusePath(): never {
  throw new Error('paths are not part of the rule language')
}

function engineFor(compiled: CompiledRuleSet): Engine {
  const engine = new Engine([], { pathResolver: refusePath })
  engine.addOperator(new Operator('isUnknown', (isUnknown, constant) => isUnknown === constant))
  for (const rail of rails) engine.addOperatorDecorator(railDecorator(rail))
  for (const [at, slot] of compiled.slots.entries()) {
    if (slot.kind !== 'question' || slot.question.askWhen === undefined) continue
    for (const rail of rails) {
      const name = `${rail}/asked/${slot.id}`
      engine.addFact(name, false)
      // What a fact depends on stands before it, so it comes first; all others have the priority 1.
      const priority = compiled.slots.length + 1 - at
      engine.addRule(ruleWhetherAsked(name, onRail(slot.question.askWhen, rail, compiled), priority))
    }
  }
  return engine
}

/** `surely:equal` is the engine's own `equal` on a known value; the decorator only settles what is not known. */
const railDecorator = (rail: Rail) =>
  new OperatorDecorator<EngineFact, unknown>(rail, (fact, constant, next) => {
    if (fact.state === 'unanswered') return rail === 'possibly'
    return fact.state === 'known' && next(fact.value, constant)
  })

function onRail(condition: Condition, rail: Rail, compiled: CompiledRuleSet): TopLevelCondition {
  if ('all' in condition) return { all: condition.all.map((part) => onRail(part, rail, compiled)) }
  if ('any' in condition) return { any: condition.any.map((part) => onRail(part, rail, compiled)) }
  if ('not' in condition) return { not: onRail(condition.not, otherRail[rail], compiled) }
  return { all: [...appliesOnRail(condition.fact, rail, compiled), leafOnRail(condition, rail, compiled)] }
}

/** The questions behind a fact must apply, each by its own `askWhen`. */
function appliesOnRail(fact: string, rail: Rail, compiled: CompiledRuleSet): ConditionProperties[] {
  const slot = slotNamed(compiled, fact)
  if (slot.kind === 'derived') return slot.derived.of.flatMap((input) => appliesOnRail(input, rail, compiled))
  if (slot.kind === 'today' || slot.question.askWhen === undefined) return []
  return [{ fact: `${rail}/asked/${fact}`, operator: 'equal', value: true }]
}

function leafOnRail({ fact, operator, value }: Leaf, rail: Rail, compiled: CompiledRuleSet) {
  if (operator === 'isUnknown') return { fact: `${fact}?`, operator: `${rail}:isUnknown`, value }
  return {
    fact,
    operator: `${rail}:${operator}`,
    value: isDate(slotNamed(compiled, fact)) ? asNumbers(value) : value,
  }
}

const slotNamed = (compiled: CompiledRuleSet, fact: string): FactSlot =>
  compiled.slots[compiled.slotOf.get(fact)!]!

function isDate(slot: FactSlot): boolean {
  if (slot.kind === 'today') return true
  return slot.kind === 'question'
    ? slot.question.kind === 'date'
    : library[slot.derived.function]!.returns === 'date'
}

// The engine's order operators take numbers only, so days become numbers of days.
const asNumbers = (constant: Constant): Constant =>
  Array.isArray(constant) ? constant.map((day) => dayNumber(day as Day)) : dayNumber(constant as Day)

function engineFacts(compiled: CompiledRuleSet, facts: Facts): Record<string, EngineFact> {
  return Object.fromEntries(
    compiled.slots.flatMap((slot, at) => {
      const value = valueOf(facts, at)
      const fact: EngineFact =
        value === undefined
          ? { state: 'unanswered' }
          : value === notKnown
            ? { state: 'notKnown' }
            : { state: 'known', value: isDate(slot) ? dayNumber(value as Day) : value }
      const isUnknown: EngineFact =
        fact.state === 'unanswered' ? fact : { state: 'known', value: fact.state === 'notKnown' }
      return [[slot.id, fact] as const, [`${slot.id}?`, isUnknown] as const]
    }),
  )
}
