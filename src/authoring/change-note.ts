import type { RuleSet } from '../precheck/rule-set.js'
import type { PartChange } from '../rulebook/rule-set-changes.js'
import { dayText } from '../web/format.js'
import { partNames } from './part-names.js'

const mostNamed = 12
const longestTitle = 120

/** What a proposal says about itself unless its author says it better: what came, changed and went, with its source. */
export function changeNote(previous: RuleSet, changes: readonly PartChange[]): string {
  if (changes.length === 0)
    return `Keine Änderung gegenüber dem Regelwerk ab ${dayText(previous.inForceFrom)}.`
  const lines = changes.slice(0, mostNamed).map((change) => `- ${lineOf(change)}`)
  const more = changes.length - mostNamed
  return [
    `Gegenüber dem Regelwerk ab ${dayText(previous.inForceFrom)}:`,
    ...lines,
    ...(more > 0 ? [`- und ${more} weitere Änderungen`] : []),
  ].join('\n')
}

/** The first rule set of a service has nothing before it. */
export const firstNote = ({ title, questions, documents, rules }: RuleSet): string =>
  `Erstes Regelwerk für „${title}“: ${questions.length} Fragen, ${documents.length} Unterlagen, ${rules.length} Regeln.`

const changeWords = { added: 'neu', changed: 'geändert', removed: 'weggefallen' } as const

function lineOf({ change, kind, title, fields }: PartChange): string {
  const labels = fields.map(({ label }) => label).join(', ')
  const what = kind === 'head' ? title : `${partNames[kind].one} „${shortened(title)}“`
  return `${what}: ${changeWords[change]}${change === 'changed' ? ` (${labels})` : ''}`
}

/** Cut between two words. */
const shortened = (text: string): string =>
  text.length <= longestTitle ? text : `${text.slice(0, longestTitle).replace(/\s+\S*$/, '')} …`
