import type { ScanType } from '../../../src/casework/case-file.js'
import { prepareScan, type FoundScan } from '../../../src/handoff/scans/prepare-scan.js'
import { isRefusal, type Refusal } from '../../../src/platform/refusal.js'
import { pixelsOf, platesIn, type WholePlate } from './plates.js'

export type Made = FoundScan & { readonly plates: WholePlate[] }

/** What a child would put out for this scan, made in this process. */
export async function result(
  bytes: Uint8Array,
  mediaType: ScanType,
  seconds = 60,
): Promise<{ chunks: Buffer[]; found: FoundScan | Refusal }> {
  const chunks: Buffer[] = []
  const plates = prepareScan(Buffer.from(bytes), mediaType, seconds)
  for (;;) {
    const { done, value } = await plates.next()
    if (done === true) return { chunks, found: value }
    chunks.push(Buffer.from(value))
  }
}

/** The plates of a scan that is taken in. */
export async function made(bytes: Uint8Array, mediaType: ScanType = 'application/pdf'): Promise<Made> {
  const { chunks, found } = await result(bytes, mediaType)
  if (isRefusal(found)) throw new Error(found.message)
  return { ...found, plates: platesIn(chunks) }
}

export const only = async (bytes: Uint8Array, mediaType?: ScanType): Promise<WholePlate> =>
  (await made(bytes, mediaType)).plates[0]!

/** Expects that the black box stands in the upper left quarter of the upright page. */
export async function standsUpright(plate: WholePlate): Promise<void> {
  const { pixels, width } = await pixelsOf(plate)
  const height = pixels.length / width
  const [a, b, c, d, e, f] = plate.images[0]!.matrix
  const [u, v] = unmapped([a, b, c, d, e, f], plate.width * 0.2, plate.height * 0.8)
  const dark = pixels[Math.floor((1 - v) * height) * width + Math.floor(u * width)]!
  const [u2, v2] = unmapped([a, b, c, d, e, f], plate.width * 0.8, plate.height * 0.2)
  const light = pixels[Math.floor((1 - v2) * height) * width + Math.floor(u2 * width)]!
  expect([dark < 60, light > 200]).toEqual([true, true])
}

function unmapped([a, b, c, d, e, f]: readonly number[], x: number, y: number): [number, number] {
  const determinant = a! * d! - b! * c!
  return [(d! * (x - e!) - c! * (y - f!)) / determinant, (a! * (y - f!) - b! * (x - e!)) / determinant]
}
