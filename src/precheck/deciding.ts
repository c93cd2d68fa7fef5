import {
  appliesOf,
  factsFor,
  valueOf,
  type CompiledCondition,
  type CompiledRuleSet,
  type Facts,
} from './compile.js'
import type { Answers, Day } from './rule-set.js'
import { False, True, Unknown } from './truth.js'

type CompiledLeaf = Extract<CompiledCondition, { kind: 'leaf' }>

/** The leaves that decide a condition, and the facts they were decided with: no more of them than it takes. */
export interface Decision {
  readonly leaves: readonly CompiledLeaf[]
  readonly facts: Facts
}

/**
 * Why a condition has the truth it has. Where one part of an `any` or `all` is enough, the one that needs the fewest
 * answers stands for it. The answers are sufficient and none of them can be left out: with these alone the condition
 * is just as true or false. For an unknown condition, the leaves that are still open.
 */
export function decisionOn(
  compiled: CompiledRuleSet,
  condition: CompiledCondition,
  answers: Answers,
  today: Day,
): Decision {
  const facts = factsFor(compiled, answers, today)
  const truth = condition.truth(facts)
  const leaves = decidingLeaves(condition, facts)
  if (truth === Unknown) return { leaves, facts }
  const enough = fewestAnswers(
    pick(answers, answersBehind(leaves, facts)),
    (fewer) => condition.truth(factsFor(compiled, fewer, today)) === truth,
  )
  const least = factsFor(compiled, enough, today)
  return { leaves: decidingLeaves(condition, least), facts: least }
}

/** Leaves out every answer, the last first, without which `holds` is still so. */
export function fewestAnswers(answers: Answers, holds: (fewer: Answers) => boolean): Answers {
  let kept = answers
  for (const id of Object.keys(answers).toReversed()) {
    const { [id]: _, ...fewer } = kept
    if (holds(fewer)) kept = fewer
  }
  return kept
}

/** Why a question or derived fact does not apply: the `askWhen` that is false, its own or that of an input. */
function exclusionOf(facts: Facts, at: number): CompiledCondition | null {
  const slot = facts.slots[at]!
  if (slot.kind === 'question') return slot.askWhen
  if (slot.kind === 'today') return null
  const excluded = slot.of.find((input) => appliesOf(facts, input) === False)
  return excluded === undefined ? null : exclusionOf(facts, excluded)
}

/** The comparisons that make a condition what it is; where any of several would do, those that rest on the fewest answers. */
export function decidingLeaves(condition: CompiledCondition, facts: Facts): CompiledLeaf[] {
  if (condition.kind === 'leaf') return [condition]
  const truth = condition.truth(facts)
  if (condition.kind === 'not') return decidingLeaves(condition.parts[0]!, facts)
  const sets = condition.parts
    .filter((part) => part.truth(facts) === truth)
    .map((part) => decidingLeaves(part, facts))
  const oneIsEnough = truth === (condition.kind === 'any' ? True : False)
  return oneIsEnough ? smallestOf(sets, facts) : sets.flat()
}

const smallestOf = (sets: readonly CompiledLeaf[][], facts: Facts): CompiledLeaf[] =>
  sets
    .map((leaves) => ({ leaves, answers: answersBehind(leaves, facts).size }))
    .reduce((least, other) => (other.answers < least.answers ? other : least)).leaves

/** The questions whose answers leaves rest on, also those that make their questions apply. */
function answersBehind(leaves: readonly CompiledLeaf[], facts: Facts): Set<string> {
  const found = new Set<string>()
  for (const { slot } of leaves) addAnswersBehind(slot, facts, found)
  return found
}

function addAnswersBehind(at: number, facts: Facts, found: Set<string>): void {
  const slot = facts.slots[at]!
  const addAll = (condition: CompiledCondition | null) => {
    if (condition === null) return
    for (const leaf of decidingLeaves(condition, facts)) addAnswersBehind(leaf.slot, facts, found)
  }
  if (appliesOf(facts, at) === False) return addAll(exclusionOf(facts, at))
  if (slot.kind === 'derived') for (const input of slot.of) addAnswersBehind(input, facts, found)
  if (slot.kind !== 'question') return
  addAll(slot.askWhen)
  if (valueOf(facts, at) !== undefined) found.add(slot.id)
}

const pick = (answers: Answers, ids: ReadonlySet<string>): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => ids.has(id)))
