import type { Sheet } from '../paper/sheet.js'
import type { Run } from '../paper/text-style.js'
import type { NoteLanguage } from './note-contents.js'
import { TwoLanguages } from './two-languages.js'

/** A point as it is said in both languages. */
export interface Pair {
  readonly german: readonly Run[]
  readonly other: readonly Run[]
  readonly inset: number
}

/** No column gets so narrow that long words break. The first of equals is taken, so the middle comes first. */
const shares = [0.5, 0.48, 0.52, 0.46, 0.54, 0.44, 0.56, 0.42, 0.58]

/**
 * How much of the width the German needs for the points to take the least height: Russian says the same in more
 * letters, Arabic in fewer, and each point is as high as the longer of the two.
 */
export function germanShare(sheet: Sheet, language: NoteLanguage | null, pairs: readonly Pair[]): number {
  const heightWith = (share: number): number => {
    const languages = new TwoLanguages(sheet, language, share)
    return pairs.reduce(
      (sum, { german, other, inset }) => sum + languages.row(german, other, inset).height,
      0,
    )
  }
  const heights = shares.map(heightWith)
  return shares[heights.indexOf(Math.min(...heights))]!
}
