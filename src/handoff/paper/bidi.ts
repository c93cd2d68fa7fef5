import exported, { type Bidi } from 'bidi-js'

// The package says that this is a module with a default export; in truth it is the function.
const bidi = (exported as unknown as () => Bidi)()

/** A part of a line that is drawn with one font, from left to right. */
export interface Piece {
  readonly text: string
  readonly arabic: boolean
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
/** By script and not by font: marks and punctuation that Arabic shares with other scripts count as well. */
const arabicSign = /\p{Script_Extensions=Arabic}/u
const isolates = { open: '\u2066', close: '\u2069' } as const

/** Whether the signs of a text stand in another order on paper than in the text. */
export const isReordered = (text: string, direction?: 'rtl'): boolean =>
  direction === 'rtl' || rightToLeft.test(text)

/** A name or number from another language: inside a text from right to left it keeps its own order. */
export const isolated = (text: string): string => isolates.open + text + isolates.close

/** A text without the marks that kept its parts in order. */
export const withoutIsolates = (text: string): string => text.replaceAll(/[\u2066\u2069]/g, '')

/** What was kept together stays so where a line breaks inside of it. */
export function closeIsolates(lines: readonly string[]): string[] {
  let open = false
  return lines.map((line) => {
    const whole = (open ? isolates.open : '') + line
    open = whole.lastIndexOf(isolates.open) > whole.lastIndexOf(isolates.close)
    return open ? whole + isolates.close : whole
  })
}

/**
 * A line as it is drawn from left to right (Unicode Standard Annex 9). Arabic pieces stay in their own order, because
 * whoever shapes their letters turns them round.
 */
export function visualPieces(line: string, direction: 'ltr' | 'rtl'): Piece[] {
  const levels = bidi.getEmbeddingLevels(line, direction)
  const mirrored = bidi.getMirroredCharactersMap(line, levels.levels)
  const pieces: { text: string; arabic: boolean }[] = []
  for (const index of bidi.getReorderedIndices(line, levels)) {
    const sign = mirrored.get(index) ?? line[index]!
    if (/\p{Cf}/u.test(sign)) continue
    const arabic = arabicSign.test(sign)
    const last = pieces.at(-1)
    if (last?.arabic !== arabic) pieces.push({ text: sign, arabic })
    else last.text = arabic ? sign + last.text : last.text + sign
  }
  return pieces
}
