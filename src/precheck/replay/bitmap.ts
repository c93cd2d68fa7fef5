import type { Column } from './column.js'

/** One bit for each case, the first in the lowest bit of the first word. */
export type Bitmap = Uint32Array

export const wordsFor = (cases: number): number => Math.ceil(cases / 32)

/** The cases whose value is one of those that hold. */
export function casesWith({ codes, values }: Column, holds: (value: unknown) => boolean): Bitmap {
  const table = Uint8Array.from(values, (value) => (holds(value) ? 1 : 0))
  const bits = new Uint32Array(wordsFor(codes.length))
  const whole = codes.length >>> 5
  let at = 0
  for (let word = 0; word < whole; word++) {
    let packed = 0
    for (let bit = 0; bit < 32; bit++) packed |= table[codes[at++]!]! << bit
    bits[word] = packed
  }
  for (let bit = 0; at < codes.length; bit++) bits[whole]! |= table[codes[at++]!]! << bit
  return bits
}

/** Takes away the bits after the last case. */
export function trim(bits: Bitmap, cases: number): Bitmap {
  if (cases % 32 !== 0) bits[bits.length - 1]! &= 2 ** (cases % 32) - 1
  return bits
}

/** A bitmap made word by word. */
export function bitmapOf(cases: number, word: (at: number) => number): Bitmap {
  const bits = new Uint32Array(wordsFor(cases))
  for (let at = 0; at < bits.length; at++) bits[at] = word(at)
  return trim(bits, cases)
}

export function count(bits: Bitmap): number {
  let sum = 0
  for (let at = 0; at < bits.length; at++) sum += ones(bits[at]!)
  return sum
}

/** How many cases are in both. */
export function countBoth(a: Bitmap, b: Bitmap): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += ones(a[at]! & b[at]!)
  return sum
}

export function addTo(sum: Bitmap, bits: Bitmap): void {
  for (let at = 0; at < sum.length; at++) sum[at]! |= bits[at]!
}

/** The cases that are in one of them. */
export function either(a: Bitmap, b: Bitmap): Bitmap {
  const bits = new Uint32Array(a.length)
  for (let at = 0; at < bits.length; at++) bits[at] = a[at]! | b[at]!
  return bits
}

/** The cases that are in both. A loop, because `map` takes ten times as long. */
export function both(a: Bitmap, b: Bitmap): Bitmap {
  const bits = new Uint32Array(a.length)
  for (let at = 0; at < bits.length; at++) bits[at] = a[at]! & b[at]!
  return bits
}

export const isIn = (bits: Bitmap, at: number): boolean => ((bits[at >>> 5]! >>> (at & 31)) & 1) === 1

/** The first cases of a bitmap, at most so many. */
export function firstOf(bits: Bitmap, most: number): number[] {
  const found: number[] = []
  for (let word = 0; word < bits.length && found.length < most; word++)
    for (let rest = bits[word]!; rest !== 0 && found.length < most; rest &= rest - 1)
      found.push(word * 32 + 31 - Math.clz32(rest & -rest))
  return found
}

/** How many bits of a word are set (Warren, "Hacker's Delight", section 5-1). */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
