import type { RuleSet } from '../precheck/rule-set.js'
import type { Deficiency, PointKind } from './case-file.js'

/** What a point is about: the text of a question, the name of a document, what a rule says. `undefined`: the rule set has it no more. */
export function pointName(
  { questions, documents, rules }: RuleSet,
  { kind, id }: Deficiency['about'],
): string | undefined {
  if (kind === 'question') return questions.find((one) => one.id === id)?.text
  if (kind === 'document') return documents.find((one) => one.id === id)?.name
  return rules.find((one) => one.id === id)?.say
}

/** What it is called where the rule set has it no more. */
export const formerPoint: Readonly<Record<PointKind, string>> = {
  question: 'frühere Frage',
  document: 'früheres Dokument',
  rule: 'frühere Regel',
}
