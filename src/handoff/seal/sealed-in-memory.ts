import { createHash } from 'node:crypto'
import type { Write } from '../paper/open-document.js'
import { writeSealed, type Sign } from './write-sealed.js'

/** A sealed file that lies nowhere. */
export async function sealedInMemory(
  sign: Sign,
  make: (mark: string, write: Write) => void,
): Promise<Buffer> {
  const pieces: Buffer[] = []
  const hash = createHash('sha256')
  const out = {
    bytes: 0,
    write: (bytes: Uint8Array) => {
      pieces.push(Buffer.from(bytes))
      hash.update(bytes)
      out.bytes += bytes.length
    },
    hash: () => hash.copy(),
  }
  await writeSealed(out, sign, make)
  return Buffer.concat(pieces)
}
