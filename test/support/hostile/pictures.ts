import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { end, header, pngOf, type Chunk } from '../png.js'
import { attack, type Attack } from './attack.js'
import { deflateBomb } from './deflate-bomb.js'
import { onePage } from './raw-pdf.js'

const damaged = 'scanDamaged'
const huge = 'scanTooManyPixels'

/** Pictures that are larger, longer or other than they look. */
export async function pictures(): Promise<Attack[]> {
  const jpeg = await sharp({ create: { width: 64, height: 64, channels: 3, background: 'white' } })
    .jpeg()
    .toBuffer()
  const row = ['IDAT', deflateSync(Buffer.alloc(65 * 64))] as const
  const small = [header(64, 64, 8, 0), row, end] as const
  return [
    attack('a PNG of 900 megapixels in 109 KB', hugePng(), huge),
    attack(
      'a PNG of 2^31 by 2^31 points',
      pngOf(header(2 ** 31 - 1, 2 ** 31 - 1, 8, 2), row, end),
      huge,
      damaged,
    ),
    attack('a PNG of no size', pngOf(header(0, 0, 8, 2), row, end), damaged),
    attack(
      'a PNG with far more data than points',
      pngOf(small[0], ['IDAT', deflateBomb(1_000)], end),
      'taken',
      damaged,
    ),
    attack(
      'a PNG with a text that unpacks to a gigabyte',
      pngOf(small[0], ['zTXt', text()], row, end),
      'taken',
      damaged,
    ),
    attack(
      'a PNG with a profile that unpacks to a gigabyte',
      pngOf(small[0], ['iCCP', text()], row, end),
      'taken',
      damaged,
    ),
    attack(
      'a PNG with 100,000 texts',
      pngOf(small[0], ...repeated(100_000, 'tEXt', Buffer.from('a\0b')), row, end),
      'taken',
      damaged,
    ),
    attack('a PNG that moves', movingPng(), 'taken', damaged),
    attack('a PNG without an end', pngOf(small[0], row), 'taken', damaged),
    attack('a PNG whose data is missing', pngOf(small[0], end), damaged),
    attack('a PNG with a wrong checksum', wrongSum(pngOf(...small)), 'taken', damaged),
    attack('a PNG followed by a program', Buffer.concat([pngOf(...small), Buffer.from('MZ')]), 'taken'),
    attack('a JPEG of 65500 by 65500 points', resized(jpeg, 65_500, 65_500), huge),
    attack('a JPEG that says it is larger than it is', resized(jpeg, 4_000, 4_000), 'taken', damaged),
    attack('a JPEG that says it is smaller than it is', resized(jpeg, 8, 8), 'taken', damaged),
    attack('a JPEG of no height', resized(jpeg, 64, 0), damaged),
    attack('a JPEG that ends in the middle', jpeg.subarray(0, jpeg.length / 2), damaged),
    attack('a JPEG that ends within its header', jpeg.subarray(0, 30), damaged),
    attack('a JPEG that is a PDF as well', jpegWithComment(jpeg, onePage()), 'taken'),
    attack('a JPEG that is a script as well', jpegWithComment(jpeg, Buffer.from('*/=1;alert(1)/*')), 'taken'),
    attack('a JPEG with a thousand scans', manyScans(jpeg), 'taken', damaged, 'scanTooCostly'),
    attack(
      'a drawing that calls itself a picture',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'fileTypeNotAccepted',
    ),
    attack('a TIFF of 10,000 pages', tiff(10_000, false), 'fileTypeNotAccepted', 'tooManyPages'),
    attack(
      'a TIFF whose pages go in a circle',
      tiff(2, true),
      'fileTypeNotAccepted',
      damaged,
      'tooManyPages',
      'taken',
    ),
    attack(
      'a TIFF that points behind its end',
      Buffer.from('49492a00ffffff7f', 'hex'),
      'fileTypeNotAccepted',
      damaged,
    ),
    attack('a TIFF of 900 megapixels', tiff(1, false, 30_000), 'fileTypeNotAccepted', huge, damaged),
  ]
}

const repeated = (times: number, type: string, data: Buffer): Chunk[] =>
  Array.from({ length: times }, () => [type, data])

const text = (): Buffer => Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateBomb(1_000)])

/** 30,000 rows of 30,000 points, one bit each, as a program writes them that means no harm. */
const hugePng = (): Buffer => pngOf(header(30_000, 30_000, 1, 0), ['IDAT', deflateBomb(108)], end)

function movingPng(): Buffer {
  const control = Buffer.alloc(8)
  control.writeUInt32BE(2 ** 31 - 1)
  const frame = Buffer.alloc(26)
  frame.writeUInt32BE(64, 4)
  frame.writeUInt32BE(64, 8)
  const row: Chunk = ['IDAT', deflateSync(Buffer.alloc(65 * 64))]
  const frames = repeated(1_000, 'fcTL', frame)
  return pngOf(header(64, 64, 8, 0), ['acTL', control], frames[0]!, row, ...frames, end)
}

function wrongSum(png: Buffer): Buffer {
  const changed = Buffer.from(png)
  changed[29]! ^= 0xff
  return changed
}

/** Writes another size into the frame header. */
function resized(jpeg: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(jpeg)
  const frame = changed.indexOf(Buffer.from([0xff, 0xc0]))
  changed.writeUInt16BE(height, frame + 5)
  changed.writeUInt16BE(width, frame + 7)
  return changed
}

function jpegWithComment(jpeg: Buffer, comment: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(comment.length + 2)
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe]), length, comment, jpeg.subarray(2)])
}

/** Repeats the coded data: each round costs a decoder the whole picture. */
function manyScans(jpeg: Buffer): Buffer {
  const scan = jpeg.subarray(jpeg.indexOf(Buffer.from([0xff, 0xda])), -2)
  return Buffer.concat([jpeg.subarray(0, -2), ...Array<Buffer>(1_000).fill(scan), jpeg.subarray(-2)])
}

/** Pages of one grey point each; in a circle the last leads to the first. */
function tiff(pages: number, circle: boolean, side = 1): Buffer {
  const entries = [
    [256, side],
    [257, side],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 8],
    [277, 1],
    [278, side],
    [279, 1],
  ] as const
  const size = 2 + entries.length * 12 + 4
  const file = Buffer.alloc(9 + pages * size)
  file.write('49492a0009000000', 'hex')
  for (let page = 0; page < pages; page++) {
    const at = 9 + page * size
    file.writeUInt16LE(entries.length, at)
    for (const [index, [tag, value]] of entries.entries()) {
      const entry = at + 2 + index * 12
      file.writeUInt16LE(tag, entry)
      file.writeUInt16LE(4, entry + 2)
      file.writeUInt32LE(1, entry + 4)
      file.writeUInt32LE(value, entry + 8)
    }
    const next = page + 1 < pages ? at + size : circle ? 9 : 0
    file.writeUInt32LE(next, at + size - 4)
  }
  return file
}
