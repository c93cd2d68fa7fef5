import { dayInWords } from '../precheck/answer-in-words.js'
import type { RuleSet } from '../precheck/rule-set.js'
import type { PartChange } from '../rulebook/rule-set-changes.js'
import type { RuleSetDiff } from '../rulebook/rule-set-diff.js'
import { partNames } from './part-names.js'

const mostNamed = 12
const longestTitle = 120

/**
 * What a proposal says about itself unless its author says it better: first for whom something else comes out, then
 * what came, changed and went in the text.
 */
export function changeNote(previous: RuleSet, diff: RuleSetDiff, changes: readonly PartChange[]): string {
  const since = `Gegenüber dem Regelwerk ab ${dayInWords(previous.inForceFrom)}`
  if (changes.length === 0) return `${since} keine Änderung.`
  return [
    `${since}:`,
    ...effectLines(diff),
    'Im Wortlaut:',
    ...listed(changes.map((change) => lineOf(change))),
  ].join('\n')
}

function effectLines({ groups, isTooEntangled }: RuleSetDiff): string[] {
  if (isTooEntangled) return []
  if (groups.length === 0) return ['Für alle gleich: Bei denselben Antworten kommt dasselbe heraus.']
  return listed(groups.map(({ heading, source }) => (source === null ? heading : `${heading} (${source})`)))
}

function listed(lines: readonly string[]): string[] {
  const more = lines.length - mostNamed
  return [
    ...lines.slice(0, mostNamed).map((line) => `- ${line}`),
    ...(more > 0 ? [`- und ${more} weitere Änderungen`] : []),
  ]
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
