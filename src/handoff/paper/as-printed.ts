// Three characters of DIN 91379 that Noto Sans does not have.
const spelledOut: Readonly<Record<string, string>> = { '≤': '<=', '≥': '>=', '∞': 'unendlich' }

/**
 * A text as it is drawn: composed, without control and direction marks, with what the font lacks spelled out. Soft
 * hyphens fall away: lines break elsewhere.
 */
export const asPrinted = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('\u00ad', '')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replaceAll(/[≤≥∞]/g, (character) => spelledOut[character]!)

/**
 * Whether a reader could not tell from the glyphs alone which characters stand there, so that the text has to be
 * written beside them: combining marks, what was spelled out, and the sign for a millionth,
 * which has one glyph with the Greek letter.
 */
export const needsActualText = (text: string): boolean => /\p{M}|[≤≥∞µμ]/u.test(text.normalize('NFC'))
