import { comparisonInWords } from './comparison-in-words.js'
import { appliesOf, valueOf, type CompiledCondition, type FactSlot, type Facts } from './compile.js'
import { decidingLeaves, type Decision } from './deciding.js'
import { notKnown, type Leaf } from './rule-set.js'
import { factInWords } from './say.js'
import { False, True } from './truth.js'

/**
 * One fact that decides: an `answer` that was given, a `derived` value, the `day` at the counter, a question that is
 * `notApplicable`, or one that is still `open`.
 */
export interface Reason {
  readonly kind: 'answer' | 'derived' | 'day' | 'notApplicable' | 'open'
  readonly fact: string
  /** The question as it is asked, or what the author calls a derived fact. */
  readonly text: string
  /** Answer or value in words; `null` where there is none. */
  readonly value: string | null
  /** Where the question stands in law; `null` for what follows from others. */
  readonly source: string | null
  readonly comparisons: readonly ComparedWith[]
  /** What a derived value is made of; what excludes a question; what an open fact waits for. */
  readonly from: readonly Reason[]
}

export interface ComparedWith {
  readonly operator: Leaf['operator']
  readonly value: Leaf['value']
  readonly holds: boolean
  /** "mindestens 18"; `null` where the value says it all. */
  readonly inWords: string | null
}

/** The facts behind a decision, each once, after those that made its question apply. */
export function reasonsOf({ leaves, facts }: Decision): Reason[] {
  const found = new Map<string, Reason>()
  for (const { slot, leaf, truth } of leaves) {
    for (const reason of conditionsToApply(facts, slot)) add(found, reason)
    add(found, reasonOf(facts, slot, [comparedWith(facts, slot, leaf, truth(facts) === True)]))
  }
  return [...found.values()]
}

function add(found: Map<string, Reason>, reason: Reason): void {
  const before = found.get(reason.fact)
  if (before === undefined) return void found.set(reason.fact, reason)
  const said = before.comparisons.map(({ inWords }) => inWords)
  const more = reason.comparisons.filter(({ inWords }) => !said.includes(inWords))
  found.set(reason.fact, { ...before, comparisons: [...before.comparisons, ...more] })
}

/** What makes a fact apply that does: the reasons of each `askWhen` behind it. */
function conditionsToApply(facts: Facts, at: number): Reason[] {
  if (appliesOf(facts, at) !== True) return []
  const slot = facts.slots[at]!
  if (slot.kind === 'derived') return slot.of.flatMap((input) => conditionsToApply(facts, input))
  return slot.kind === 'question' ? reasonsOfCondition(facts, slot.askWhen) : []
}

const reasonsOfCondition = (facts: Facts, condition: CompiledCondition | null): Reason[] =>
  condition === null ? [] : reasonsOf({ leaves: decidingLeaves(condition, facts), facts })

function comparedWith(facts: Facts, at: number, leaf: Leaf, holds: boolean): ComparedWith {
  const { operator, value } = leaf
  const known = valueOf(facts, at)
  const compares = known !== undefined && known !== notKnown && !isNothing(known)
  return {
    operator,
    value,
    holds,
    inWords: compares ? comparisonInWords(facts.slots[at]!, leaf, holds) : null,
  }
}

// "nichts davon" needs no list of what is not in it.
const isNothing = (value: unknown): boolean => Array.isArray(value) && value.length === 0

/** A fact as a reason, with what it follows from. */
export function reasonOf(facts: Facts, at: number, comparisons: readonly ComparedWith[] = []): Reason {
  const slot = facts.slots[at]!
  const value = valueOf(facts, at)
  const head = { fact: slot.id, text: textOf(slot), source: sourceOf(slot), comparisons }
  if (appliesOf(facts, at) === False && slot.kind === 'derived')
    return reasonOf(
      facts,
      slot.of.find((input) => appliesOf(facts, input) === False)!,
    )
  if (appliesOf(facts, at) === False)
    return { ...head, comparisons: [], kind: 'notApplicable', value: null, from: exclusion(facts, slot) }
  if (value === undefined) return { ...head, kind: 'open', value: null, from: openBehind(facts, slot) }
  const inWords = value === notKnown ? 'weiß nicht' : factInWords(slot, value)
  if (slot.kind === 'today') return { ...head, kind: 'day', value: inWords, from: [] }
  if (slot.kind === 'question') return { ...head, kind: 'answer', value: inWords, from: [] }
  return { ...head, kind: 'derived', value: inWords, from: slot.of.map((input) => reasonOf(facts, input)) }
}

/** What excludes a question; where that is a question excluded itself, what excludes that one. */
const exclusion = (facts: Facts, slot: FactSlot): Reason[] =>
  slot.kind === 'question' ? withoutChains(reasonsOfCondition(facts, slot.askWhen)) : []

/** Answers in place of questions that do not apply because of them. */
export function withoutChains(reasons: readonly Reason[]): Reason[] {
  const found = new Map<string, Reason>()
  for (const reason of reasons.flatMap((each) => (each.kind === 'notApplicable' ? each.from : [each])))
    add(found, reason)
  return [...found.values()]
}

const openBehind = (facts: Facts, slot: FactSlot): Reason[] =>
  slot.kind === 'derived'
    ? slot.of.filter((input) => valueOf(facts, input) === undefined).map((input) => reasonOf(facts, input))
    : []

function textOf(slot: FactSlot): string {
  if (slot.kind === 'today') return 'Tag am Schalter'
  if (slot.kind === 'question') return slot.question.text
  return slot.derived.name ?? slot.id.replaceAll('_', ' ')
}

const sourceOf = (slot: FactSlot): string | null => (slot.kind === 'question' ? slot.question.source : null)
