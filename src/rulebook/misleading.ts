/**
 * Characters that make a text read differently than it works: controls, invisible ones, halves of characters, and
 * all that turns the direction of writing, because it reorders what stands around it. A soft hyphen does no harm.
 */
const misleading =
  /(?!\u00ad)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/gu

/** The first misleading character as `U+202E`, or `null`. */
export function firstMisleading(text: string): string | null {
  const found = text.match(misleading)
  return found === null ? null : codePoint(found[0])
}

/** A text that can be printed on one line of a terminal, whatever is in it. */
export const printable = (text: string): string => text.replaceAll(misleading, '\ufffd')

export const codePoint = (sign: string): string =>
  `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
