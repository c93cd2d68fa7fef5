import { deflateSync } from 'node:zlib'
import { onePage, rawPdf, stream, type Body, type Wishes } from './raw-pdf.js'

/** What becomes of the page: taken over, drawn anew and why, or why the file is refused. */
export type Look = null | 'content' | 'format' | 'scanTooCostly' | 'scanDamaged' | 'scanActive'

type Case = readonly [name: string, bytes: Buffer, look: Look]

interface Page extends Wishes {
  readonly image?: Buffer
  readonly content?: string
}

const width = 100
const height = 140
const dots = (grey: number): Buffer => deflateSync(Buffer.alloc(width * height, grey))

const image = (entries: string, content: Buffer | string): Buffer =>
  stream(`/Type /XObject /Subtype /Image /ColorSpace /DeviceGray ${entries}`, content)
const picture = (grey: number, entries = ''): Buffer =>
  image(`/Width ${width} /Height ${height} /BitsPerComponent 8 /Filter /FlateDecode ${entries}`, dots(grey))
const fax = (entries: string, parameters: string, content: string): Buffer =>
  image(`${entries} /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << ${parameters} >>`, content)

/** A page with a dark image all over it; objects from 7 on are free. */
function scan({
  image = picture(0),
  page = '',
  content = 'q 595 0 0 842 0 0 cm /I Do Q',
  ...rest
}: Page = {}) {
  return onePage({
    ...rest,
    page: `/Resources << /XObject << /I 5 0 R >> >> /Contents 6 0 R ${page}`,
    more: [image, stream('', content), ...(rest.more ?? [])],
  })
}

export const plainScan = scan()

/** Files in which a program that follows the table sees something else than one that reads from top to bottom. */
export function twoFaced(): Case[] {
  return [
    ['an image that stands there twice', beforeTable(object(5, picture(255))), null],
    ['an image of a later generation', beforeTable(object('5 1', picture(255))), null],
    ['an image that is free in the table', freed(plainScan, 5), 'scanDamaged'],
    ['a range of grey that is free in the table', freed(inverted(), 7), null],
    ['an image behind a long comment', behindComment(5, picture(255)), null],
    ['a script behind a long comment', behindComment(1, catalogue), 'scanActive'],
    ['an image within a stream', scan({ more: [stream('', object(5, picture(255)))] }), 'scanTooCostly'],
    ['a catalogue within a text', scan({ trailer: `/X (${active})` }), 'scanTooCostly'],
    ['a catalogue within a comment', beforeTable(Buffer.from(`%${active}`)), 'scanTooCostly'],
    ['a trailer behind the end', behindTheEnd(), null],
    ['a stream with two ends', twoEnds(), 'content'],
    ['a count of pages that is too small', countedWrong(), 'content'],
    [
      'a key with letters as numbers',
      scan({ image: picture(0, '/SMas#6b 7 0 R'), more: [picture(0)] }),
      'format',
    ],
  ]
}

/** Pages of one image on which a viewer shows more than that image, or shows it otherwise. */
export const changedLooks = (): Case[] => [
  ['a rectangle without looks of its own', scan({ page: annotation('/Square /IC [1 0 0]') }), 'content'],
  ['a field that is filled', scan({ page: annotation('/Widget /FT /Tx /MK << /BG [1 0 0] >>') }), 'content'],
  ['a page turned by half a right angle', scan({ page: '/Rotate 45' }), 'content'],
  [
    'grey that is defined anew',
    scan({ page: `/Resources << /XObject << /I 5 0 R >> ${ownGrey} >>` }),
    'format',
  ],
  [
    'a number of more digits than a viewer reads',
    scan({ content: `q ${'0'.repeat(300)}595 0 0 842 0 0 cm /I Do Q` }),
    'content',
  ],
  ['a range of grey without numbers', scan({ image: picture(0, '/Decode []') }), 'format'],
  [
    'a fax of other rows',
    scan({ image: fax('/Width 200 /Height 300', '/K -1 /Columns 200 /Rows 3', 'UUUU') }),
    'format',
  ],
]

/** Pages that are taken apart without trouble and could not be put into a package. */
export const unplaceable = (): Case[] => [
  ['an image as long as a street', scan({ image: long }), 'scanDamaged'],
  ['a fax of nothing', scan({ image: fax('/Width 200 /Height 3', '/K -1 /Columns 200', '') }), 'scanDamaged'],
  [
    'a fax with a number out of bounds',
    scan({ image: fax('/Width 200 /Height 3', '/K 1000000000 /Columns 200', 'UUUU') }),
    'scanDamaged',
  ],
  [
    'an empty page as large as a country',
    onePage({ page: '/MediaBox [0 0 5000000000 5000000000] /Contents []' }),
    'scanDamaged',
  ],
]

/** A sheet as it is usual, of which a file says that more of it is to be shown than there is. */
export const cutOutTooLarge = (): Buffer => scan({ page: '/CropBox [-500 -500 1500 2000]' })

const annotation = (rest: string): string =>
  `/Annots [<< /Type /Annot /Rect [50 50 550 800] /F 4 /Subtype ${rest} >>]`
const ownGrey =
  '/ColorSpace << /DefaultGray [/Separation /X /DeviceRGB << /FunctionType 2 /Domain [0 1] /N 1 /C0 [1 0 0] /C1 [1 0 0] >>] >>'
const long = image(
  '/Width 200000 /Height 1 /BitsPerComponent 8 /Filter /FlateDecode',
  deflateSync(Buffer.alloc(200_000)),
)
const catalogue = '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (alert\\(1\\)) >> >>'
const active = `1 0 obj ${catalogue} endobj`

function object(number: number | string, body: Body): Buffer {
  const header = typeof number === 'number' ? `${number} 0` : number
  return Buffer.concat([Buffer.from(`${header} obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')])
}

function beforeTable(inserted: Buffer): Buffer {
  const at = plainScan.lastIndexOf('xref\n', plainScan.lastIndexOf('startxref'))
  return Buffer.concat([plainScan.subarray(0, at), inserted, Buffer.from('\n'), plainScan.subarray(at)])
}

const inverted = (): Buffer => scan({ image: picture(0, '/Decode 7 0 R'), more: ['[1 0]'] })

/** The table says that there is no such object. */
const freed = (file: Buffer, number: number): Buffer => inTable(file, number, '0000000000 65535 f')

/** The table leads to an object that lies in a stream and is not seen as one, as its number stands far before it. */
function behindComment(number: number, body: Body): Buffer {
  const header = `${number} 0 %${'x'.repeat(200)}\nobj\n`
  const hidden = Buffer.concat([Buffer.from(header), Buffer.from(body), Buffer.from('\nendobj\n')])
  const file = scan({ more: [stream('', hidden)] })
  return inTable(file, number, `${String(file.indexOf(header)).padStart(10, '0')} 00000 n`)
}

function inTable(file: Buffer, number: number, entry: string): Buffer {
  const changed = Buffer.from(file)
  changed.write(entry, file.indexOf('0000000000 65535 f') + 20 * number)
  return changed
}

/** As a program saves that adds something to a scan, its language here, and leaves all before as it is. */
export function updated(): Buffer {
  const start = plainScan.length
  const catalogue = object(1, '<< /Type /Catalog /Pages 2 0 R /Lang (de) >>')
  const entry = `${String(start).padStart(10, '0')} 00000 n \n`
  const before = /startxref\n(\d+)/.exec(plainScan.toString('latin1'))![1]
  const table = `xref\n1 1\n${entry}trailer\n<< /Size 7 /Root 1 0 R /Prev ${before} >>\n`
  const end = `${table}startxref\n${start + catalogue.length}\n%%EOF\n`
  return Buffer.concat([plainScan, catalogue, Buffer.from(end)])
}

/** Who reads to the end finds another catalogue than who follows the table. */
function behindTheEnd(): Buffer {
  const other = ['<< /Pages 8 0 R >>', '<< /Type /Pages /Kids [9 0 R] /Count 1 >>']
  const page = '<< /Type /Page /Parent 8 0 R /MediaBox [0 0 595 842] /Contents [] >>'
  const file = scan({ more: [...other, page] })
  return Buffer.concat([file, Buffer.from('trailer\n<< /Size 10 /Root 7 0 R >>\n')])
}

/** The length, which stands elsewhere, leads past the first end to content that hides the image. */
function twoEnds(): Buffer {
  const content = 'q Q\nendstream\n1 0 0 rg 0 0 595 842 re f'
  const body = `<< /Length 6 0 R >>\nstream\n${content}\nendstream`
  return onePage({ page: '/Contents 5 0 R', more: [body, String(content.length)] })
}

function countedWrong(): Buffer {
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'
  const tree = '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 1 >>'
  return rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', tree, page, page])
}
