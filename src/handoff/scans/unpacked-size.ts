import { inflateSync } from 'node:zlib'

/** How many bytes a compressed stream unpacks to; `null` for more than `most`, which is found out without unpacking it all. */
export function unpackedSize(packed: Uint8Array, most: number): number | null {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(most, 1) }).length
  } catch (error) {
    // What is damaged is the parser's affair; here only its size counts.
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? null : packed.length
  }
}
