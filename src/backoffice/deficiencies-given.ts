import { pointKinds, type Deficiency } from '../casework/case-file.js'
import { refusal, type Refusal } from '../platform/refusal.js'
import { whyNotPrintable } from '../precheck/check-answer.js'
import type { RuleSet } from '../precheck/rule-set.js'
import { storedText } from '../precheck/stored-text.js'

/** What is wrong about one point, in characters. */
export const longestText = 1000

/** The name of the field in which a caseworker writes what is wrong about a point: `question.einzugsdatum`. */
export const fieldAbout = ({ kind, id }: Deficiency['about']): string => `${kind}.${id}`

/** What a caseworker wrote in the fields beside the points of a case. An empty field disputes nothing. */
export const deficienciesIn = (fields: Readonly<Record<string, unknown>>): Deficiency[] =>
  Object.entries(fields).flatMap(([field, text]) => {
    const about = aboutOf(field)
    return about === null || typeof text !== 'string' || text.trim() === '' ? [] : [{ about, text }]
  })

function aboutOf(field: string): Deficiency['about'] | null {
  const dot = field.indexOf('.')
  const kind = pointKinds.find((known) => known === field.slice(0, dot))
  return kind === undefined ? null : { kind, id: field.slice(dot + 1) }
}

/**
 * The points of a return as they are kept. It needs at least one, because the office must know what to do, and each has
 * one text, because the office settles them one by one.
 */
export function checkDeficiencies(
  given: readonly Deficiency[],
  ruleSet: RuleSet,
): readonly Deficiency[] | Refusal {
  const texts = new Map<string, Deficiency>()
  for (const { about, text } of given) {
    const field = fieldAbout(about)
    const written = storedText(text)
    if (!isIn(ruleSet, about))
      return refusal('unknownPoint', 'Diesen Punkt gibt es im Regelwerk des Vorgangs nicht.', field)
    if (texts.has(field))
      return refusal(
        'pointTwice',
        'Zu diesem Punkt gibt es zwei Texte; bitte in einem zusammenfassen.',
        field,
      )
    if (written === '') return refusal('textMissing', 'Bitte angeben, was fehlt oder nicht stimmt.', field)
    if (written.length > longestText)
      return refusal('textTooLong', `Der Text ist zu lang: höchstens ${longestText} Zeichen.`, field)
    const unfit = whyNotPrintable(written, 'E')
    if (unfit !== null) return refusal('badText', unfit, field)
    texts.set(field, { about, text: written })
  }
  return texts.size === 0
    ? refusal('nothingDisputed', 'Bitte bei mindestens einem Punkt angeben, was fehlt oder nicht stimmt.')
    : [...texts.values()]
}

function isIn({ questions, documents, rules }: RuleSet, { kind, id }: Deficiency['about']): boolean {
  const known = { question: questions, document: documents, rule: rules }[kind]
  return known.some((one) => one.id === id)
}
