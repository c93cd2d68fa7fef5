import type { Sheet } from '../paper/sheet.js'
import type { TextStyle } from '../paper/text-style.js'
import type { NoteContents, NoteItem, Said } from './note-contents.js'

/** No column gets so narrow that long words break. */
const [least, most] = [0.42, 0.58]

/**
 * How much of the width the German needs for both columns to become about as long: Russian says the same in more
 * letters, Arabic in fewer.
 */
export function germanShare(sheet: Sheet, { sections, language }: NoteContents): number {
  const pairs = sections.flatMap(({ items }) => items.flatMap(pairsOf))
  const widthOf = (texts: readonly string[], style: TextStyle) =>
    texts.reduce((sum, text) => sum + sheet.measure(text, style), 0)
  const german = widthOf(
    pairs.map((said) => said.german),
    { size: 10 },
  )
  const other = widthOf(
    pairs.map((said) => said.other ?? ''),
    language?.direction === 'rtl' ? { size: 10, direction: 'rtl' } : { size: 10 },
  )
  return other === 0 ? 0.5 : Math.min(most, Math.max(least, german / (german + other)))
}

/** What is translated, with the source in law that stands beside it in German alone. */
function pairsOf({ name, lines, source }: NoteItem): Said[] {
  const pairs = [...(name === null ? [] : [name]), ...lines].filter(({ other }) => other !== null)
  return pairs.length === 0 || source === undefined
    ? pairs
    : [...pairs, { german: ` (${source})`, other: '' }]
}
