import { staysTogether } from './stays-together.js'

const graphemes = new Intl.Segmenter('de', { granularity: 'grapheme' })

/**
 * Breaks a text into lines that are no wider than `width`: at spaces, behind hyphens and slashes, and inside a word
 * only where the word alone is too wide. What belongs together, such as a number and its unit, stays on one line as
 * long as it fits on one. Nothing is ever left out.
 * @param measure width of a text in points
 */
export function breakLines(measure: (text: string) => number, text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(measure, paragraph, width))
}

function breakParagraph(measure: (text: string) => number, paragraph: string, width: number): string[] {
  const fits = (text: string) => measure(text.trimEnd()) <= width
  const lines: string[] = []
  let line = ''
  const add = (piece: string) => {
    if (fits(line + piece)) {
      line += piece
      return
    }
    if (line !== '') lines.push(line.trimEnd())
    const split = splitWord(measure, piece, width)
    lines.push(...split.slice(0, -1))
    line = split.at(-1) ?? ''
  }
  for (const pieces of unitsOf(paragraph)) (fits(pieces.join('')) ? [pieces.join('')] : pieces).forEach(add)
  return [...lines, line.trimEnd()]
}

/** Pieces that should stay on one line, as lists of those between which a line may break. */
function unitsOf(paragraph: string): string[][] {
  const units: string[][] = []
  for (const piece of piecesOf(paragraph)) {
    const last = units.at(-1)
    if (last !== undefined && staysTogether(last.at(-1)!, piece)) last.push(piece)
    else units.push([piece])
  }
  return units
}

/** Words with the space behind them, split where a line may break. */
const piecesOf = (paragraph: string): string[] => paragraph.match(/[^\s/-]*[/-]+|\S+?\s+|\S+$|\s+/gu) ?? []

function splitWord(measure: (text: string) => number, word: string, width: number): string[] {
  if (measure(word.trimEnd()) <= width) return [word]
  const parts: string[] = []
  let part = ''
  for (const { segment } of graphemes.segment(word)) {
    if (part !== '' && measure((part + segment).trimEnd()) > width) {
      parts.push(part)
      part = ''
    }
    part += segment
  }
  return [...parts, part]
}
