import { pointKinds, type Deficiency } from '../casework/case-file.js'
import { refusal, type Refusal } from '../platform/refusal.js'
import type { RuleSet } from '../precheck/rule-set.js'

const longestText = 1000

/** The name of the field in which a caseworker writes what is wrong about a point: `question.einzugsdatum`. */
export const fieldAbout = ({ kind, id }: Deficiency['about']): string => `${kind}.${id}`

/**
 * What a caseworker wrote beside the points of a case. An empty field disputes nothing; a return needs at least one
 * point, because the office must know what to do.
 */
export function readDeficiencies(
  fields: Readonly<Record<string, unknown>>,
  ruleSet: RuleSet,
): readonly Deficiency[] | Refusal {
  const given: Deficiency[] = []
  for (const [field, written] of Object.entries(fields)) {
    if (typeof written !== 'string' || written.trim() === '') continue
    const about = aboutOf(field, ruleSet)
    if (about === null)
      return refusal('unknownPoint', 'Diesen Punkt gibt es im Regelwerk des Vorgangs nicht.', field)
    const text = written.normalize('NFC').trim()
    if (text.length > longestText)
      return refusal('textTooLong', `Der Text ist zu lang: höchstens ${longestText} Zeichen.`, field)
    given.push({ about, text })
  }
  return given.length === 0
    ? refusal('nothingDisputed', 'Bitte bei mindestens einem Punkt angeben, was fehlt oder nicht stimmt.')
    : given
}

function aboutOf(field: string, { questions, documents, rules }: RuleSet): Deficiency['about'] | null {
  const dot = field.indexOf('.')
  const kind = pointKinds.find((known) => known === field.slice(0, dot))
  const id = field.slice(dot + 1)
  if (kind === undefined) return null
  const known = { question: questions, document: documents, rule: rules }[kind]
  return known.some((one) => one.id === id) ? { kind, id } : null
}
