// Three characters of DIN 91379 that Noto Sans does not have.
const spelledOut: Readonly<Record<string, string>> = { '≤': '<=', '≥': '>=', '∞': 'unendlich' }

// All that is neither a Latin, Greek or Cyrillic letter nor a sign among them: arrows, ticks, pictures, other scripts.
const lacking =
  /[^\p{Cc}\p{Cf}\u{20}-\u{3e1}\u{3f0}-\u{52f}\u{1d00}-\u{1dbf}\u{1e00}-\u{1eff}\u{2010}-\u{205e}\u{2070}-\u{209c}\u{20a0}-\u{20bf}\u{2100}-\u{214f}≤≥∞]/gu

/**
 * A text as it is drawn: composed, without control and direction marks, with what the font lacks spelled out or as �:
 * an archive takes no page with a glyph that is none. Soft hyphens fall away: lines break elsewhere.
 */
export const asPrinted = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('\u00ad', '')
    .replaceAll(lacking, '\u{fffd}')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replaceAll(/[≤≥∞]/g, (character) => spelledOut[character]!)

/**
 * Whether a reader could not tell from the glyphs alone which characters stand there, so that the text has to be
 * written beside them: combining marks, what the font lacks, and the sign for a millionth, which has one glyph with
 * the Greek letter.
 */
export const needsActualText = (text: string): boolean => {
  const composed = text.normalize('NFC')
  return /\p{M}|[≤≥∞µμ]/u.test(composed) || composed.search(lacking) !== -1
}
