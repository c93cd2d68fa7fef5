import type { PartChange } from './rule-set-changes.js'

const mostLetters = 70

/** What reads differently, one line for each part: enough to find it. */
export const changeLines = (changes: readonly PartChange[]): string[] =>
  changes.length === 0
    ? []
    : ['', 'Was in der Datei anders steht', ...changes.map((change) => `  ${changeLine(change)}`)]

function changeLine({ change, kind, id, title, fields }: PartChange): string {
  const name = kind === 'head' ? title : `${kindNames[kind]} „${id}“`
  if (change === 'changed') return `${name}: ${fields.map(({ label }) => label).join(', ')}`
  return `${name} ${change === 'added' ? 'neu' : 'weggefallen'}: ${shortened(title)}`
}

const shortened = (text: string): string =>
  text.length <= mostLetters ? text : `${text.slice(0, mostLetters)}…`

const kindNames: Record<Exclude<PartChange['kind'], 'head'>, string> = {
  question: 'Frage',
  derived: 'Merkmal',
  document: 'Unterlage',
  rule: 'Regel',
  fee: 'Gebühr',
}
