import { answerInWords, dayInWords, eurosInWords } from './answer-in-words.js'
import { valueOf, type CompiledRuleSet, type Facts, type FactSlot } from './compile.js'
import { library } from './functions.js'
import { notKnown, type Answer } from './rule-set.js'

const placeholder = /\{([a-z0-9_]+)\}/g

/** The facts that a text wants to show, written as `{fact}`. */
export const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(placeholder)].map(([, fact]) => fact!)

/** A text of the rule set with `{fact}` replaced by the value as a clerk would write it; `…` where it is not known. */
export const withValues = (text: string, compiled: CompiledRuleSet, facts: Facts): string =>
  text.replaceAll(placeholder, (_, id: string) => {
    const at = compiled.slotOf.get(id)
    return at === undefined ? '…' : factInWords(compiled.slots[at]!, valueOf(facts, at))
  })

/** The same without a case: `…` for every value. */
export const withoutValues = (text: string): string => text.replaceAll(placeholder, '…')

/** A value of a fact, or a constant that it is compared with, as a clerk would write it; `…` where it is not known. */
export function factInWords(slot: FactSlot, value: unknown): string {
  if (value === undefined || value === notKnown) return '…'
  if (slot.kind === 'today') return dayInWords(value as string)
  if (slot.kind === 'question') return answerInWords(slot.question, value as Answer)
  const { returns, options, namedValues } = library[slot.derived.function]!
  if (returns === 'date') return dayInWords(value as string)
  if (returns === 'euro') return eurosInWords(value as number)
  const named =
    namedValues?.find((each) => each.value === value) ?? options?.find((each) => each.value === value)
  return named?.label ?? String(value)
}
