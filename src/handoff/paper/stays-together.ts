/** What may not end a line, and what it is kept with (DIN 5008: sections of law, dates, amounts, abbreviations). */
const together: readonly (readonly [before: RegExp, after: RegExp])[] = [
  [/(?:^|[("„])§§?$/u, /^\d/],
  [
    /(?:^|[("„])(?:Abs\.|Absatz|Nr\.|Nummer|Satz|S\.|Art\.|Artikel|Buchst\.|Kap\.|Seite|Blatt)$/u,
    /^(?:\d|[a-z]\b|[IVX]+\b)/,
  ],
  [/^\d+[a-z]*$/, /^(?:Abs\.|Absatz\b)/],
  [/(?:^|\()SGB$/u, /^[IVX]+\b/],
  [/^\(?\d[\d.,]*$/, /^(?:€|%|m²|(?:Euro|Cent|Prozent|MB|[cmk]?m|qm|t|kW|Uhr)(?!\p{L}))/u],
  [/^\(?(?:z\.|d\.|u\.|i\.|o\.)$/u, /^(?:B|h|a|d|R|ä)\./u],
  [
    /^\(?\d{1,2}\.$/,
    /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b/u,
  ],
  [/^(?:Dr\.|Prof\.|geb\.|am|bis|von|ab)$/u, /^\d/],
]

/** Whether a line should not break between these two pieces, the first with its space or hyphen behind it. */
export function staysTogether(before: string, after: string): boolean {
  if (/[/-]$/.test(before)) return isUnbreakable(before, after)
  // A dash or a dot between spaces ends a line and never begins one.
  if (/^[–·]\s*$/.test(after)) return true
  const word = before.trimEnd()
  return word !== before && together.some(([left, right]) => left.test(word) && right.test(after))
}

/** Behind a hyphen or slash: not in numbers ("2026-000123", "24/7"), not after a single letter ("E-Mail"). */
const isUnbreakable = (before: string, after: string): boolean =>
  /^[\d.,]/.test(after) || /^\P{L}*\p{L}[/-]$/u.test(before)
