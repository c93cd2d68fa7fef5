/** A JPEG file reduced to its picture. */
interface Jpeg {
  /** From its first marker to its last, without what says where and with what it was taken. Not made anew. */
  readonly bytes: Buffer
  readonly width: number
  readonly height: number
  /** How many colours a sample has. */
  readonly colours: number
  /** What a PDF reader understands: 8 bits, Huffman coding, grey or YCbCr. */
  readonly isPlain: boolean
}

const marker = {
  startOfImage: 0xd8,
  endOfImage: 0xd9,
  startOfScan: 0xda,
  adobe: 0xee,
} as const

/** Baseline, extended, progressive; all with Huffman coding. */
const frames = new Set([0xc0, 0xc1, 0xc2])
/** Differential, lossless, arithmetic. */
const otherFrames = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf])

/** Text, camera data, colour profiles, previews: APP1 to APP13, APP15 and comments. APP0 and APP14 say how to decode. */
const isMetadata = (code: number): boolean => (code >= 0xe1 && code <= 0xed) || code === 0xef || code === 0xfe
/** What says how to decode, with no room for anything else in it: the bytes of APP0 and APP14 (JFIF 1.02, Adobe TN 5116). */
const mostOf: Readonly<Record<number, number>> = { 0xe0: 18, [marker.adobe]: 16 }
/** A progressive picture has about ten; each costs every reader a round over all of it. */
const mostScans = 64
const isRestart = (code: number): boolean => code >= 0xd0 && code <= 0xd7

/**
 * Follows the segments of a JPEG (ITU-T T.81, B.1.1) without decoding the picture; what stands behind its end is left
 * out, be it previews or another file.
 * @throws Error if the segments do not follow each other as they must
 */
export function readJpeg(file: Buffer): Jpeg {
  if (file.readUInt16BE(0) !== 0xff00 + marker.startOfImage) throw new Error('not a JPEG')
  const kept: Buffer[] = [file.subarray(0, 2)]
  let frame: Omit<Jpeg, 'bytes'> | undefined
  let transform: number | undefined
  let scans = 0
  let at = 2
  for (;;) {
    const code = codeAt(file, at)
    if (code === marker.endOfImage) break
    const end = at + 2 + file.readUInt16BE(at + 2)
    if (end > file.length) throw new Error('a JPEG segment is longer than the file')
    const segment = file.subarray(at, end)
    if (frames.has(code) || otherFrames.has(code)) {
      if (frame !== undefined) throw new Error('a JPEG with two pictures')
      frame = frameOf(segment, code)
    }
    if (code === marker.adobe) transform = segment[15]
    const next = code === marker.startOfScan ? endOfData(file, end) : end
    if (code === marker.startOfScan) scans++
    if (!isMetadata(code) && segment.length <= (mostOf[code] ?? Infinity)) kept.push(file.subarray(at, next))
    at = next
  }
  if (frame === undefined) throw new Error('a JPEG without a picture')
  kept.push(file.subarray(at, at + 2))
  const isPlain =
    frame.isPlain && scans <= mostScans && (frame.colours === 1 || transform === undefined || transform === 1)
  return { ...frame, isPlain, bytes: Buffer.concat(kept) }
}

function codeAt(file: Buffer, at: number): number {
  const code = file[at + 1]
  if (file[at] !== 0xff || code === undefined) throw new Error('not a sequence of JPEG segments')
  return code
}

function frameOf(segment: Buffer, code: number): Omit<Jpeg, 'bytes'> {
  const height = segment.readUInt16BE(5)
  const width = segment.readUInt16BE(7)
  const colours = segment.readUInt8(9)
  const names = String.fromCharCode(...[10, 13, 16].slice(0, colours).map((at) => segment.readUInt8(at)))
  const isPlain =
    frames.has(code) &&
    segment.readUInt8(4) === 8 &&
    width > 0 &&
    height > 0 &&
    (colours === 1 || (colours === 3 && names !== 'RGB'))
  return { width, height, colours, isPlain }
}

/** Where the entropy-coded data after a scan header end: at the next marker that is neither stuffing nor a restart. */
function endOfData(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at !== -1; at = file.indexOf(0xff, at + 1)) {
    const code = file[at + 1]
    if (code !== undefined && code !== 0x00 && code !== 0xff && !isRestart(code)) return at
  }
  throw new Error('a JPEG without an end')
}
