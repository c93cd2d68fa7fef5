/** What a PDF takes over of a PNG: its packed rows as they are. */
interface Png {
  readonly width: number
  readonly height: number
  readonly bits: number
  readonly colourType: number
  readonly interlaced: boolean
  readonly palette: Buffer | null
  readonly hasTransparency: boolean
  readonly content: Buffer
}

const signatureLength = 8

/**
 * Takes a PNG apart (ISO/IEC 15948, 5.3) without unpacking it.
 * @throws Error if its chunks do not follow each other as they must
 */
export function readPng(file: Buffer): Png {
  const header = chunkAt(file, signatureLength)
  if (header.type !== 'IHDR') throw new Error('a PNG without a header')
  let palette: Buffer | null = null
  let hasTransparency = false
  const content: Buffer[] = []
  for (let at = signatureLength; ;) {
    const { type, data, next } = chunkAt(file, at)
    if (type === 'IEND') break
    // Behind the rows it is too late for one, and a viewer goes by the first.
    if (type === 'PLTE' && content.length === 0) palette = data
    if (type === 'tRNS') hasTransparency = true
    if (type === 'IDAT') content.push(data)
    at = next
  }
  return {
    width: header.data.readUInt32BE(0),
    height: header.data.readUInt32BE(4),
    bits: header.data.readUInt8(8),
    colourType: header.data.readUInt8(9),
    interlaced: header.data.readUInt8(12) !== 0,
    palette,
    hasTransparency,
    content: Buffer.concat(content),
  }
}

function chunkAt(file: Buffer, at: number): { type: string; data: Buffer; next: number } {
  const length = file.readUInt32BE(at)
  const end = at + 8 + length
  if (end + 4 > file.length) throw new Error('a PNG chunk is longer than the file')
  return {
    type: file.toString('latin1', at + 4, at + 8),
    data: file.subarray(at + 8, end),
    next: end + 4,
  }
}
