import { checkAnswer, type CheckedAnswer } from '../precheck/check-answer.js'
import type { Question } from '../precheck/rule-set.js'
import type { Typed } from './read-typed.js'

/** What was typed as the answer that is stored, or why it is none, said at the very row where it was typed. */
export function checkTyped(question: Question, typed: Typed): CheckedAnswer {
  if ('message' in typed) return { ok: false, ...typed }
  const checked = checkAnswer(question, typed.raw)
  if (checked.ok || checked.part === undefined) return checked
  const part = checked.part.replace(/^\d+/, (entry) => String(typed.rows?.[Number(entry)] ?? entry))
  return { ...checked, part }
}
