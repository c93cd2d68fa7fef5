import { deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import sharp from 'sharp'
import { readJpeg } from '../../src/handoff/scans/read-jpeg.js'
import { isRefusal } from '../../src/platform/refusal.js'
import { deflateBomb } from '../support/hostile/deflate-bomb.js'
import {
  changedLooks,
  cutOutTooLarge,
  plainScan,
  twoFaced,
  unplaceable,
  updated,
} from '../support/hostile/pdf-looks.js'
import { end, header, pngOf, type Chunk } from '../support/png.js'
import { rasterise } from '../../src/handoff/form-pages/rasterise.js'
import { darkShare } from './support/plates.js'
import { only, result } from './support/prepare.js'

/** Why the first page is drawn anew, or why the file is refused. */
async function lookOf(bytes: Uint8Array): Promise<string | null> {
  const { found } = await result(bytes, 'application/pdf')
  return isRefusal(found) ? found.code : (found.redrawn[0]?.why ?? null)
}

test('a page of one image is taken over as it is', async () => {
  expect(await lookOf(plainScan)).toBeNull()
})

describe.each([
  ['in which one program sees another page than the next', twoFaced()],
  ['on which a viewer shows something else than its image', changedLooks()],
  ['that no package could hold', unplaceable()],
])('a PDF %s goes in as a viewer shows it, or not at all', (_, cases) => {
  test.each(cases)('%s', async (_, bytes, look) => {
    expect(await lookOf(bytes)).toBe(look)
  })
})

test('a scan to which a program added something is taken over as it is', async () => {
  expect(await lookOf(updated())).toBeNull()
})

describe('an image of which a file has two is that which a viewer shows', () => {
  const taken = [...twoFaced(), ['of one', plainScan, null] as const].filter(([, , look]) => look === null)
  test.each(taken)('%s', async (_, bytes) => {
    const [page] = await rasterise(bytes, 20)
    const { channels } = await sharp(page!.png).stats()
    const { images, ...plate } = await only(bytes)
    const dark = await darkShare({ images, ...plate })
    expect(images[0]!.inverted ? 1 - dark : dark).toBeCloseTo(1 - channels[0]!.mean / 255, 1)
  })
})

test('of a page no more is shown than its sheet has', async () => {
  expect(await only(cutOutTooLarge())).toMatchObject({ width: 595, height: 842 })
})

describe('a PNG', () => {
  const side = 64

  test('keeps the colours that a viewer shows', async () => {
    const [black, white] = ['000000', 'ffffff'].map((hex): Chunk => ['PLTE', Buffer.from(hex, 'hex')])
    const rows: Chunk = ['IDAT', deflateSync(Buffer.alloc((side + 1) * side))]
    const { images } = await only(pngOf(header(side, side, 8, 3), black!, rows, white!, end), 'image/png')
    expect(images[0]!.colour).toEqual({ palette: '000000' })
  })

  test('brings nothing that unpacks to more than its rows', async () => {
    const bomb = pngOf(header(2_000, 2_000, 8, 0), ['IDAT', deflateBomb(1_000)], end)
    const { contents, images } = await only(bomb, 'image/png')
    const { width, height } = images[0]!
    expect(inflateSync(contents[0]!).length).toBeLessThanOrEqual((width + 1) * height)
  })
})

describe('a JPEG', () => {
  const photo = sharp({ create: { width: 64, height: 64, channels: 3, background: 'grey' } }).jpeg()

  test('brings nothing where it says how it is to be decoded', async () => {
    const jpeg = await photo.clone().toBuffer()
    const secret = Buffer.from('JFXX\0 a thumbnail that is a secret')
    const segment = Buffer.concat([Buffer.from([0xff, 0xe0, 0, secret.length + 2]), secret])
    const { contents } = await only(
      Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]),
      'image/jpeg',
    )
    expect(contents[0]!.includes('secret')).toBe(false)
  })

  test('of very many rounds is made anew, because each costs every reader the whole picture', async () => {
    const jpeg = await photo.clone().jpeg({ progressive: true }).toBuffer()
    const last = jpeg.subarray(jpeg.lastIndexOf(Buffer.from([0xff, 0xda])), -2)
    const rounds = Buffer.concat([jpeg.subarray(0, -2), ...Array<Buffer>(70).fill(last), jpeg.subarray(-2)])
    expect(readJpeg(jpeg).isPlain).toBe(true)
    expect(readJpeg(rounds).isPlain).toBe(false)
  })
})
