const startOfScan = 0xda
const standalone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)

/** Text, camera data, colour profiles, previews: APP1 to APP13, APP15 and comments. APP0 and APP14 say how to decode. */
const isMetadata = (marker: number): boolean =>
  (marker >= 0xe1 && marker <= 0xed) || marker === 0xef || marker === 0xfe

/**
 * The same JPEG without what says where and with what it was taken. The picture itself is not decoded: its bytes go
 * over as they are, which keeps its quality and costs no time.
 * @throws Error if the segments do not follow each other as they must (ITU-T T.81, B.1.1)
 */
export function withoutMetadata(jpeg: Buffer): Buffer {
  const kept: Buffer[] = []
  let at = 0
  while (at < jpeg.length) {
    const marker = jpeg[at + 1]
    if (jpeg[at] !== 0xff || marker === undefined) throw new Error('not a sequence of JPEG segments')
    const end = standalone(marker) ? at + 2 : at + 2 + jpeg.readUInt16BE(at + 2)
    if (end > jpeg.length) throw new Error('a JPEG segment is longer than the file')
    if (marker === startOfScan) return Buffer.concat([...kept, jpeg.subarray(at)])
    if (!isMetadata(marker)) kept.push(jpeg.subarray(at, end))
    at = end
  }
  throw new Error('a JPEG without a picture')
}
