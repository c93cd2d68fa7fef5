import { printable } from '../misleading.js'
import { sizes } from './layout.js'

export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  line: string,
): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${fill}" stroke="${line}"/>`

export const path = (way: string, colour: string, isDashed: boolean, hasArrow = false): string => {
  const dashes = isDashed ? ' stroke-dasharray="5 4"' : ''
  const drawn = `<path d="${way}" fill="none" stroke="${colour}" stroke-width="1.5"${dashes}/>`
  return hasArrow ? drawn + arrowAt(way, colour) : drawn
}

/** An arrowhead at the end of a way that ends with `H` or `V`. */
function arrowAt(way: string, colour: string): string {
  const numbers = way.match(/[\d.]+/g)!.map(Number)
  const isDown = way.lastIndexOf('V') > way.lastIndexOf('H')
  const [x, y] = isDown
    ? [numbers[0]!, numbers.at(-1)!]
    : [numbers.at(-1)!, way.includes('V') ? numbers.at(-2)! : numbers[1]!]
  const points = isDown
    ? `${x - 5},${y - 9} ${x + 5},${y - 9} ${x},${y}`
    : `${x - 9},${y - 5} ${x - 9},${y + 5} ${x},${y}`
  return `<polygon points="${points}" fill="${colour}"/>`
}

/** Lines of text below each other. */
export const text = (x: number, y: number, lines: readonly string[], look = ''): string =>
  lines
    .map((line, i) => `<text x="${x}" y="${y + i * sizes.line}" ${look}>${escaped(line)}</text>`)
    .join('\n')

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Line breaks stay; signs that would reorder the text do not. */
export const escaped = (text: string): string =>
  text
    .split('\n')
    .map((line) => printable(line).replaceAll(/[&<>"]/g, (sign) => entities[sign]!))
    .join('\n')
