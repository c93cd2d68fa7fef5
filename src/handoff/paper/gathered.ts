import type { Write } from './open-document.js'

/** All bytes of what is written. */
export function gathered(compose: (write: Write) => void): Buffer {
  const pieces: Uint8Array[] = []
  compose((bytes) => pieces.push(Buffer.from(bytes)))
  return Buffer.concat(pieces)
}
