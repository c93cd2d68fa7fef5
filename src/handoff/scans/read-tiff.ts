/** A pixel that is more times as high as wide than this, or the other way round, is an error in the file. */
const mostStretched = 4

const xResolution = 282
const yResolution = 283
const rational = 5
const entryLength = 12

/**
 * How many times as high as wide the pixels of a page are (TIFF 6.0, XResolution and YResolution). A fax in its coarser
 * resolution has half as many rows as it needs, and is only half as high where its pixels are taken as square.
 */
export function pixelHeight(file: Buffer, page: number): number {
  try {
    const across = resolution(file, page, xResolution)
    const down = resolution(file, page, yResolution)
    const height = across / down
    return height >= 1 / mostStretched && height <= mostStretched ? height : 1
  } catch (error) {
    // The pages themselves are readable: what is not said, or said behind the end of the file, is left out.
    if (error instanceof RangeError) return 1
    throw error
  }
}

/** The resolution that a page says it has; not a number where it says none. */
function resolution(file: Buffer, page: number, wanted: number): number {
  const read = readerOf(file)
  const start = directoryOf(read, page)
  const entries = read.short(start)
  for (let entry = 0; entry < entries; entry++) {
    const at = start + 2 + entry * entryLength
    if (read.short(at) !== wanted || read.short(at + 2) !== rational) continue
    const value = read.long(at + 8)
    return read.long(value) / read.long(value + 4)
  }
  return NaN
}

/** Where the directory of a page begins: each names the next one. */
function directoryOf(read: Reader, page: number): number {
  let start = read.long(4)
  for (let left = page; left > 0; left--) start = read.long(start + 2 + read.short(start) * entryLength)
  return start
}

interface Reader {
  readonly short: (at: number) => number
  readonly long: (at: number) => number
}

const readerOf = (file: Buffer): Reader =>
  file.toString('latin1', 0, 2) === 'II'
    ? { short: (at) => file.readUInt16LE(at), long: (at) => file.readUInt32LE(at) }
    : { short: (at) => file.readUInt16BE(at), long: (at) => file.readUInt32BE(at) }
