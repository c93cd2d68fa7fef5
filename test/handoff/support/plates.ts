import sharp from 'sharp'
import { inflateSync } from 'node:zlib'
import { buffer } from 'node:stream/consumers'
import type { Redrawn, ScanType } from '../../../src/casework/case-file.js'
import type { Inspected, KeepPlates } from '../../../src/casework/scan-inspector.js'
import type { Workshop } from '../../../src/handoff/child/workshop.js'
import { readPlates, type Plate } from '../../../src/handoff/scans/plates.js'
import type { LentFile } from '../../../src/platform/lent-file.js'
import { isRefusal } from '../../../src/platform/refusal.js'
import { end, header, pngOf, type Chunk } from '../../support/png.js'
import type { scratchFolder } from './scans.js'

/** Keeps plates nowhere: for those who only ask what a scan is. */
export const keepNothing: KeepPlates = async (plates) => ({
  sha256: '0'.repeat(64),
  bytes: (await buffer(plates)).length,
})

export interface PreparedScan {
  readonly plates: LentFile
  readonly pages: number
  readonly redrawn: readonly Redrawn[]
}

/** Prepares a scan in a child, as when it comes in, and leaves its plates in the folder. */
export async function prepared(
  workshop: Workshop,
  folder: ReturnType<typeof scratchFolder>,
  name: string,
  bytes: Uint8Array,
  mediaType: ScanType = 'application/pdf',
): Promise<PreparedScan> {
  let plates = Buffer.alloc(0)
  const found = await workshop.makePlates({ path: folder.keep(name, bytes) }, mediaType, async (content) => {
    plates = await buffer(content)
    return { sha256: '0'.repeat(64), bytes: plates.length }
  })
  if (isRefusal(found)) throw new Error(found.message)
  const { pages, redrawn }: Inspected = found
  return { plates: { path: folder.keep(`${name}.plates`, plates) }, pages, redrawn }
}

/** What plates say and hold, all at once. */
export function platesIn(content: Iterable<Buffer>): (Plate & { contents: Buffer[] })[] {
  const all: (Plate & { contents: Buffer[] })[] = []
  for (const { plate, bytesOf } of readPlates(content)) {
    const contents = plate.images.map((image) =>
      Buffer.concat([...bytesOf(image)].map((piece) => Buffer.from(piece))),
    )
    all.push({ ...plate, contents })
  }
  return all
}

export type WholePlate = ReturnType<typeof platesIn>[number]

/** The one image of a plate as grey pixels, read the way a PDF reader does. */
export async function pixelsOf({ images, contents }: WholePlate): Promise<{ pixels: Buffer; width: number }> {
  const [image] = images
  const { width, height, packed, bits } = image!
  if (packed.as === 'jpeg')
    return { pixels: await sharp(contents[0]!).toColourspace('b-w').raw().toBuffer(), width }
  if (packed.as !== 'flate') throw new Error('fax is not read here')
  const rows = inflateSync(contents[0]!)
  if (packed.predictor === null) {
    if (bits === 8) return { pixels: rows, width }
    if (bits !== 1) throw new Error('only bits and bytes come without a predictor')
    const row = Math.ceil(width / 8)
    return {
      pixels: Buffer.from(
        Array.from({ length: width * height }, (_, at) => {
          const [x, y] = [at % width, Math.floor(at / width)]
          return (rows[y * row + (x >> 3)]! >> (7 - (x & 7))) & 1 ? 255 : 0
        }),
      ),
      width,
    }
  }
  return { pixels: await sharp(asPng(image!, contents[0]!)).toColourspace('b-w').raw().toBuffer(), width }
}

/** How much of a page is dark. */
export async function darkShare(plate: WholePlate): Promise<number> {
  const { pixels } = await pixelsOf(plate)
  return pixels.filter((value) => value < 128).length / pixels.length
}

/** Flate with PNG predictors is what stands in a PNG. */
function asPng({ width, height, bits, colour }: Plate['images'][number], content: Buffer): Buffer {
  const kind = colour === 'grey' ? 0 : colour === 'rgb' ? 2 : 3
  const palette: Chunk[] = typeof colour === 'object' ? [['PLTE', Buffer.from(colour.palette, 'hex')]] : []
  return pngOf(header(width, height, bits, kind), ...palette, ['IDAT', content], end)
}
