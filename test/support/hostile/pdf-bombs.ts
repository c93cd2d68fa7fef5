import { deflateSync } from 'node:zlib'
import { attack, type Attack } from './attack.js'
import { deflateBomb } from './deflate-bomb.js'
import { onePage, rawPdf, stream } from './raw-pdf.js'

const costly = ['scanTooCostly', 'scanDamaged'] as const
const packed = '/Filter /FlateDecode'

/** Files that are small and take a reader's time or memory. */
export function pdfBombs(): Attack[] {
  return [
    attack('a megabyte of object stream that unpacks to a gigabyte', objectStreamBomb(), 'scanTooCostly'),
    attack('an object stream compressed twice', twicePackedObjects(), 'scanTooCostly'),
    attack('an object stream of millions of numbers', manyNumbers(), ...costly),
    attack('a table of a billion objects that takes no bytes', hugeTable(), ...costly),
    attack('a table that counts to half a million over and over', repetitiveTable(), ...costly),
    attack('a page that is compressed twice', contentPacked(2), 'scanTooCostly'),
    attack('a page that is compressed three times', contentPacked(3), 'scanTooCostly'),
    attack('a page that unpacks to a gigabyte', contentPacked(1), 'scanTooCostly'),
    attack('a page of many parts that are one', oneContentManyTimes(), 'scanTooCostly'),
    attack('an image compressed twice behind an indirect filter', indirectFilter(), 'scanTooCostly'),
    attack('drawings that draw each other, two to the thirtieth', laughs(), 'taken', ...costly),
    attack('masks that mask each other, thirty deep', masks(), 'taken', ...costly),
    attack('a fax of the next kind, of 3.6 billion points', hugeBits(), 'taken', ...costly),
    attack('a page as large as a town', hugePage(), 'taken', ...costly),
    attack('a million digits', afterNonsense('7'), 'taken', ...costly),
    attack('a megabyte of nothing', afterNonsense(' '), 'taken', ...costly),
    attack('a length that leads back', backwards(), ...costly),
    attack('five megabytes of opening brackets', onePage({ more: ['['.repeat(5_000_000)] }), 'scanDamaged'),
  ]
}

function objectStreamBomb(): Buffer {
  const objects = stream(`/Type /ObjStm /N 1 /First 4 ${packed}`, deflateBomb(1_000, '9 0 << /A 1 >> '))
  return onePage({ more: [objects] })
}

function twicePackedObjects(): Buffer {
  const content = deflateSync(deflateBomb(1_000, '9 0 << /A 1 >> '))
  return onePage({
    more: [stream('/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]', content)],
  })
}

function manyNumbers(): Buffer {
  const content = deflateSync(Buffer.from(`9 0 [${'1 '.repeat(15_000_000)}]`))
  return onePage({ more: [stream(`/Type /ObjStm /N 1 /First 4 ${packed}`, content)] })
}

function hugeTable(): Buffer {
  const table = '/Type /XRef /Size 1000000000 /W [0 0 0] /Root 1 0 R'
  return onePage({ more: [stream(table, '')] })
}

function repetitiveTable(): Buffer {
  const table = `/Type /XRef /Size 9 /W [0 0 0] /Index [${'0 500000 '.repeat(10_000)}] /Root 1 0 R`
  return onePage({ more: [stream(table, '')] })
}

function contentPacked(times: 1 | 2 | 3): Buffer {
  let content = deflateBomb(1_000, 'q Q ', 0x20)
  for (let time = 1; time < times; time++) content = deflateSync(content)
  const filters = Array(times).fill('/FlateDecode').join(' ')
  return onePage({ page: '/Contents 5 0 R', more: [stream(`/Filter [${filters}]`, content)] })
}

function oneContentManyTimes(): Buffer {
  const parts = '5 0 R '.repeat(10_000)
  return onePage({
    page: `/Contents [${parts}]`,
    more: [stream(packed, deflateSync(Buffer.alloc(1_000_000, 'q Q ')))],
  })
}

function indirectFilter(): Buffer {
  const image =
    '/Type /XObject /Subtype /Image /Width 9 /Height 9 /ColorSpace /DeviceGray /BitsPerComponent 8'
  return onePage({
    page: '/Resources << /XObject << /I 5 0 R >> >>',
    more: [
      stream(`${image} /Filter 6 0 R`, deflateSync(deflateBomb(1_000))),
      '[ 7 0 R 7 0 R ]',
      '/FlateDecode',
    ],
  })
}

function laughs(): Buffer {
  const form = (next: number) =>
    stream(
      `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /N ${next} 0 R >> >>`,
      '/N Do /N Do',
    )
  const forms = Array.from({ length: 30 }, (_, index) => form(index + 7))
  return onePage({
    page: '/Resources << /XObject << /N 6 0 R >> >> /Contents 5 0 R',
    more: [
      stream('', '/N Do'),
      ...forms,
      stream('/Type /XObject /Subtype /Form /BBox [0 0 9 9]', '0 0 9 9 re f'),
    ],
  })
}

function masks(): Buffer {
  const state = (next: number) =>
    `/Resources << /ExtGState << /G << /SMask << /S /Luminosity /G ${next} 0 R >> >> >> >>`
  const form =
    '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency /CS /DeviceGray >>'
  const all = '/G gs 0 0 595 842 re f '
  const forms = Array.from({ length: 30 }, (_, index) => stream(`${form} ${state(index + 7)}`, all.repeat(2)))
  return onePage({ page: `${state(6)} /Contents 5 0 R`, more: [stream('', all), ...forms] })
}

function hugeBits(): Buffer {
  const side = '0000ea60'
  const page = Buffer.from(`0000000030000100000013${side}${side}${'0'.repeat(22)}`, 'hex')
  const image = '/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray'
  return onePage({
    page: '/Resources << /XObject << /I 5 0 R >> >> /Contents 6 0 R',
    more: [
      stream(`${image} /BitsPerComponent 1 /Filter /JBIG2Decode`, page),
      stream('', 'q 595 0 0 842 0 0 cm /I Do Q'),
    ],
  })
}

const afterNonsense = (letter: string): Buffer =>
  Buffer.concat([onePage(), Buffer.from('x'), Buffer.alloc(1_000_000, letter), Buffer.from('x')])

const hugePage = (): Buffer => onePage({ page: '/MediaBox [0 0 1e9 1e9] /UserUnit 1000' })

/** The end of its first stream is found before it, so a reader that goes on from there never arrives. */
function backwards(): Buffer {
  const filler = stream('', 'x')
  const leap = '<< /Length -50 >>\nstream\nendstream'
  return rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>', filler, leap])
}
