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

/** Asks one question after the other as the counter does, answering from `input` until nothing matters any more. */
export function dialogue(compiled: CompiledRuleSet, input: PrecheckInput): Dialogue {
  const given: Record<string, Answer> = {}
  const asked: string[] = []
  for (;;) {
    const result = precheckOf(compiled, { ...input, answers: given })
    const next = result.next?.question ?? null
    if (next === null || !Object.hasOwn(input.answers, next)) return { asked, result, stoppedAt: next }
    asked.push(next)
    given[next] = input.answers[next]!
  }
}
