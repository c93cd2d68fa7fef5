import type { CompiledRuleSet } from '../precheck/compile.js'
import type { PrecheckInput } from '../precheck/evaluate.js'
import type { Precheck } from '../precheck/precheck.js'
import { precheckOf } from '../precheck/precheck-of.js'
import type { Answer } from '../precheck/rule-set.js'

/** The way through a checklist: what was asked in which order, and what came out. */
export interface Dialogue {
  readonly asked: readonly string[]
  readonly result: Precheck
  /** The question at which it stopped because the citizen has no answer to it, or `null`. */
  readonly stoppedAt: string | null
}

/**
 * Asks one question after the other as the counter does, answering from `input` until nothing matters any more. Where
 * the citizen has no answer, the clerk goes on with the next question that has one.
 */
export function dialogue(compiled: CompiledRuleSet, input: PrecheckInput): Dialogue {
  const given: Record<string, Answer> = {}
  const asked = new Set<string>()
  for (;;) {
    const result = precheckOf(compiled, { ...input, answers: given })
    const next = result.next?.question ?? null
    if (next !== null) asked.add(next)
    const answered = [next, ...result.relevant].find((id) => id !== null && Object.hasOwn(input.answers, id))
    if (!answered) return { asked: [...asked], result, stoppedAt: next }
    asked.add(answered)
    given[answered] = input.answers[answered]!
  }
}
