import { createHash } from 'node:crypto'

export const hashOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Content that differs in every chunk. */
export const longContent = (bytes: number): Buffer => {
  const content = Buffer.alloc(bytes)
  for (let at = 0; at + 4 <= bytes; at += 4) content.writeUInt32LE(at, at)
  return content
}

/** Each piece is good only until the next. */
export const gatheredFrom = (pieces: Iterable<Buffer>): Buffer =>
  Buffer.concat(Array.from(pieces, (piece) => Buffer.from(piece)))
