/*
 * The room for the signature in the file, as the writer leaves it and the sealing fills it. What is put in is as long
 * as what was there, so no byte after it moves.
 */

/** Enough for a chain of certificates and a time stamp with its own. */
export const signatureBytes = 16_384

/** Length of `<…>`. */
export const contentsLength = 2 * signatureBytes + 2

const widest = 9_999_999_999

/** /Contents and /ByteRange of an unsigned file, in this order: what comes after the mark is held back as a whole. */
export const unsigned = (mark: string) => ({
  Contents: Buffer.concat([Buffer.from(mark, 'hex')], signatureBytes),
  ByteRange: [0, widest, widest, widest],
})

const rangeBefore = `\n/ByteRange [0 ${widest} ${widest} ${widest}]\n`

/** Where the room begins, for whoever looks for it. Foreign bytes cannot hold it: the mark is new for each file. */
export const beginOf = (mark: string): Buffer => Buffer.from(`<${mark}`)

/** Writes which bytes are signed into the held back end of a file; `start` is where that end begins. */
export function fillRange(end: Buffer, start: number): void {
  const found = end.toString('latin1', contentsLength, contentsLength + rangeBefore.length)
  if (found !== rangeBefore) throw new Error('the room for the signature is not as it was left')
  const after = start + contentsLength
  const range = `\n/ByteRange [0 ${start} ${after} ${start + end.length - after}`
  end.write(`${range.padEnd(rangeBefore.length - 2)}]`, contentsLength, 'latin1')
}

export function fillContents(end: Buffer, signature: Uint8Array): void {
  if (signature.length > signatureBytes)
    throw new Error(`a signature of ${signature.length} bytes is too long`)
  end.write(Buffer.concat([signature], signatureBytes).toString('hex'), 1, 'latin1')
}
