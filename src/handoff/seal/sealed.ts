import { createHash, randomBytes } from 'node:crypto'
import { beginOf, contentsLength, fillContents, fillRange } from './placeholder.js'
import type { Seal } from './seal.js'
import { bytesToSign, signedData } from './signed-data.js'

/** What comes after the room for the signature: the table of objects, twenty bytes for each. */
const mostHeldBack = 64_000_000

/**
 * Seals a file while it comes: its bytes are hashed and handed on, and only its end is held back, from the room for
 * the signature on. Whoever writes the file never sees the key.
 * @param make writes the file, with this mark (hexadecimal) at the beginning of the room
 */
export async function* sealed(
  seal: Seal,
  make: (mark: string) => AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  const mark = randomBytes(32).toString('hex')
  const begin = beginOf(mark)
  const hash = createHash('sha256')
  let start = 0
  // Not handed on yet: what could be the first half of the mark, and once it was found, the end of the file.
  let held: Buffer = Buffer.alloc(0)
  const end: Uint8Array[] = []
  let heldBack = 0
  for await (const chunk of make(mark)) {
    if (end.length > 0) {
      heldBack += chunk.length
      if (heldBack > mostHeldBack) throw new Error('the end of the file is too long to be sealed')
      end.push(chunk)
      continue
    }
    const known = Buffer.concat([held, chunk])
    const at = known.indexOf(begin)
    const sure = known.subarray(0, at === -1 ? Math.max(0, known.length - begin.length + 1) : at)
    held = known.subarray(sure.length)
    if (at !== -1) end.push(held)
    if (sure.length === 0) continue
    hash.update(sure)
    start += sure.length
    yield sure
  }
  if (end.length === 0) throw new Error('the file has no room for a signature')
  const last = Buffer.concat(end)
  fillRange(last, start)
  const digest = hash.update(last.subarray(contentsLength)).digest()
  fillContents(last, await signatureOf(seal, digest))
  yield last
}

async function signatureOf(seal: Seal, digest: Uint8Array): Promise<Uint8Array> {
  const { certificates } = seal
  const signature = await seal.sign(bytesToSign({ digest, certificates }), 'SHA-256')
  const timeStamp = await seal.timeStamp(signature)
  return signedData({ digest, certificates, signature, timeStamp })
}
