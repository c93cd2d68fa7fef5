export type Matrix = readonly [number, number, number, number, number, number]

export type Box = readonly [left: number, bottom: number, right: number, top: number]

export const sizeOf = ([left, bottom, right, top]: Box): { width: number; height: number } => ({
  width: right - left,
  height: top - bottom,
})

export const everywhere: Box = [-Infinity, -Infinity, Infinity, Infinity]

/** First the one, then the other. */
export const product = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
]

/** Where a box comes to lie; `null` if it comes to lie askew. */
export function boxAt([a, b, c, d, e, f]: Matrix, [left, bottom, right, top]: Box): Box | null {
  const isStraight = (b === 0 && c === 0) || (a === 0 && d === 0)
  if (!isStraight) return null
  const [x0, y0] = [a * left + c * bottom + e, b * left + d * bottom + f]
  const [x1, y1] = [a * right + c * top + e, b * right + d * top + f]
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)]
}

export const overlap = (one: Box, other: Box): Box => [
  Math.max(one[0], other[0]),
  Math.max(one[1], other[1]),
  Math.min(one[2], other[2]),
  Math.min(one[3], other[3]),
]

/** Whether a box has all of another, but for a margin of at most `slack`. */
export const contains = (outer: Box, inner: Box, slack: number): boolean =>
  outer[0] <= inner[0] + slack &&
  outer[1] <= inner[1] + slack &&
  outer[2] >= inner[2] - slack &&
  outer[3] >= inner[3] - slack

/** Turns a page clockwise by a multiple of 90 degrees and moves its corner to 0, 0. */
export function turned(
  angle: number,
  [left, bottom, right, top]: Box,
): { readonly matrix: Matrix; readonly width: number; readonly height: number } {
  const [width, height] = [right - left, top - bottom]
  switch (((angle % 360) + 360) % 360) {
    case 90:
      return { matrix: [0, -1, 1, 0, -bottom, right], width: height, height: width }
    case 180:
      return { matrix: [-1, 0, 0, -1, right, top], width, height }
    case 270:
      return { matrix: [0, 1, -1, 0, top, -left], width: height, height: width }
    default:
      return { matrix: [1, 0, 0, 1, -left, -bottom], width, height }
  }
}
