import type { Bitmap } from './bitmap.js'

/**
 * Kleene's three truth values of all cases on two rails: true where it is surely so, false where it is not even
 * possibly so, unknown in between.
 */
export interface Rails {
  readonly surely: Bitmap
  readonly possibly: Bitmap
}
