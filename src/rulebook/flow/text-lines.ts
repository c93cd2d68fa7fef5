/** How wide a sign is in a usual sans-serif typeface, in parts of the size; rather too wide than too narrow. */
function widthOf(sign: string): number {
  if (/[iljtfr.,:;'’|!()[\]/ ]/.test(sign)) return 0.37
  if (/[mwMWÄÖ—%€]/.test(sign)) return 0.92
  return /[A-ZÜ0-9–]/.test(sign) ? 0.7 : 0.6
}

const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, sign) => sum + widthOf(sign), 0) * size

/** A text in lines of at most a width; a word that is too long stands alone. */
export function linesOf(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const joined = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && textWidth(joined, size) <= width) lines[lines.length - 1] = joined
    else lines.push(word)
  }
  return lines
}
