interface Glyph {
  readonly id: number
  readonly advanceWidth: number
  readonly codePoints: readonly number[]
}

interface GlyphRun {
  readonly glyphs: readonly Glyph[]
  readonly positions: unknown
}

/** What is used here of a font as the PDF writer holds it while it is embedded. */
export interface FontInPdf {
  readonly ascender: number
  readonly scale: number
  readonly subset: { readonly mapping: Record<number, number>; includeGlyph(id: number): number }
  readonly widths: number[]
  /** What each glyph of the PDF means, for whoever reads the text. */
  readonly unicode: (readonly number[])[]
  layout(text: string): GlyphRun
  encode: (text: string) => [codes: string[], positions: unknown]
}

/** ARABIC LETTER MARK, which is not shown: stands for a glyph that is only a part of a letter. */
const partOfLetter = 0x061c

/**
 * Lets a font say which letters it draws. The Arabic font draws many letters as one shape and sets their dots apart,
 * so that a reader of the PDF would take every ن for a ب: here each shape enters the PDF once for every letter that
 * it stands for.
 */
export function tellLetters(font: FontInPdf): void {
  if (telling.has(font)) return
  const known = new Map<string, number>()
  font.encode = (text) => {
    const { glyphs, positions } = font.layout(text)
    const letters = lettersOf(text, glyphs)
    const codes = glyphs.map((glyph, index) => codeFor(font, known, glyph, letters[index]!))
    return [codes.map((code) => code.toString(16).padStart(4, '0')), positions]
  }
  telling.add(font)
}

const telling = new WeakSet<FontInPdf>()

function codeFor(
  font: FontInPdf,
  known: Map<string, number>,
  { id, advanceWidth }: Glyph,
  letters: readonly number[],
): number {
  const key = `${id} ${letters.join()}`
  const before = known.get(key)
  if (before !== undefined) return before
  delete font.subset.mapping[id]
  const code = font.subset.includeGlyph(id)
  font.widths[code] = advanceWidth * font.scale
  font.unicode[code] = letters
  known.set(key, code)
  return code
}

/** The letters that each glyph of a word stands for; the glyphs run from the right, as the word is read. */
function lettersOf(word: string, glyphs: readonly Glyph[]): (readonly number[])[] {
  const signs = Array.from(word, (sign) => sign.codePointAt(0)!)
  const found = glyphs.toReversed().map(({ codePoints }) => signs.splice(0, codePoints.length))
  return found.toReversed().map((letters) => (letters.length === 0 ? [partOfLetter] : letters))
}
