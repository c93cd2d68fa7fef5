import { attack, type Attack } from './attack.js'
import { onePage, rawPdf, stream, type Body } from './raw-pdf.js'

const catalog = '<< /Type /Catalog /Pages 2 0 R >>'
const leaf = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'
const tree = (kids: string, count: string | number): string =>
  `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`

/** Files that are not put together as a file should be. */
export function pdfStructures(): Attack[] {
  return [
    attack('pages in a circle', rawPdf([catalog, tree('2 0 R 2 0 R', 2)]), 'scanDamaged'),
    attack('pages in a wider circle', widerCircle(), 'scanDamaged'),
    attack('a page that is its own parent', onePage({ page: '/Parent 3 0 R' }), 'taken', 'scanDamaged'),
    attack('a count of two billion', rawPdf([catalog, tree('3 0 R', 2_000_000_000), leaf]), 'taken'),
    attack('a negative count', rawPdf([catalog, tree('3 0 R', -1), leaf]), 'taken'),
    attack('a count of 0', rawPdf([catalog, tree('3 0 R', 0), leaf]), 'taken'),
    attack('a count that is a name', rawPdf([catalog, tree('3 0 R', '/Viele'), leaf]), 'taken'),
    attack('no page', rawPdf([catalog, tree('', 0)]), 'scanDamaged'),
    attack('a page that is missing', rawPdf([catalog, tree('3 0 R 9 0 R', 2), leaf]), 'scanDamaged'),
    attack('a page whose content is missing', onePage({ page: '/Contents 99 0 R' }), 'scanDamaged'),
    attack(
      'a page whose picture is missing',
      onePage({ page: '/Resources << /XObject << /Im0 99 0 R >> >>' }),
      'scanDamaged',
    ),
    attack('an outline in a circle', outlineCircle(), 'taken'),
    attack('a previous table that is this table', previousCircle(), 'taken'),
    attack('two tables that lead to each other', twoTables(), 'taken'),
    attack('a table beside a table stream', hybrid(), 'taken', 'scanDamaged'),
    attack('no catalogue', rawPdf([leaf, leaf]), 'scanDamaged'),
    attack('a catalogue inside the trailer', rawPdf(['null', tree('3 0 R', 1), leaf], direct), 'scanDamaged'),
    attack('an object that is itself', onePage({ page: '/Rotate 5 0 R', more: ['5 0 R'] }), ...either),
    attack(
      'objects that are each other',
      onePage({ page: '/CropBox 5 0 R', more: ['6 0 R', '5 0 R'] }),
      ...either,
    ),
    attack('keys of a prototype', onePage({ page: '/__proto__ << /x 1 >> /constructor null' }), 'taken'),
    attack('a page of no size', onePage({ page: '/MediaBox [0 0 0 0]' }), 'scanDamaged'),
    attack(
      'a page that is measured in words',
      onePage({ page: '/MediaBox [(a) (b) (c) (d)]' }),
      'scanDamaged',
    ),
    ...truncated(),
  ]
}

/** Files with more of it, or deeper, than anyone needs. */
export function pdfMasses(): Attack[] {
  return [
    attack('pages that double thirty times', doubled(), 'scanDamaged', 'tooManyPages'),
    attack('a page tree of 100,000 levels', deepTree(), 'scanDamaged', 'scanTooCostly'),
    attack('10,000 pages', manyPages(10_000), 'tooManyPages'),
    attack(
      'one page 10,000 times',
      rawPdf([catalog, tree('3 0 R '.repeat(10_000), 1), leaf]),
      'tooManyPages',
    ),
    attack('arrays in arrays', onePage({ more: [nested('[', ']')] }), 'scanDamaged', 'scanTooCostly'),
    attack(
      'dictionaries in dictionaries',
      onePage({ more: [nested('<</A ', '>>')] }),
      'scanDamaged',
      'scanTooCostly',
    ),
    attack('an outline of 100,000 levels', deepOutline(), 'taken', 'scanTooCostly'),
  ]
}

const either = ['taken', 'scanDamaged'] as const
const direct = '/Root << /Type /Catalog /Pages 2 0 R >>'

const widerCircle = (): Buffer => rawPdf([catalog, tree('3 0 R', 1), tree('4 0 R', 1), tree('2 0 R', 1)])

function doubled(): Buffer {
  const levels = Array.from({ length: 30 }, (_, level) => tree(`${level + 3} 0 R ${level + 3} 0 R`, 1))
  return rawPdf([catalog, ...levels, leaf])
}

function deepTree(): Buffer {
  const levels = Array.from({ length: 100_000 }, (_, level) => tree(`${level + 3} 0 R`, 1))
  return rawPdf([catalog, ...levels, leaf])
}

function manyPages(count: number): Buffer {
  const kids = Array.from({ length: count }, (_, index) => `${index + 3} 0 R`)
  return rawPdf([catalog, tree(kids.join(' '), count), ...Array<Body>(count).fill(leaf)])
}

const nested = (open: string, close: string): string => open.repeat(100_000) + ' 0 ' + close.repeat(100_000)

function deepOutline(): Buffer {
  const levels = Array.from({ length: 100_000 }, (_, level) => `<< /Title (x) /First ${level + 6} 0 R >>`)
  return onePage({ catalog: '/Outlines 5 0 R', more: [...levels, '<< /Title (x) >>'] })
}

const outlineCircle = (): Buffer =>
  onePage({ catalog: '/Outlines 5 0 R', more: ['<< /First 5 0 R /Next 5 0 R /Parent 5 0 R >>'] })

const tableStart = (file: Buffer): number => file.lastIndexOf('\nxref\n') + 1

function previousCircle(): Buffer {
  // As long as what it stands for, so that the number does not move what it counts.
  const file = onePage({ trailer: '/Prev 0000000' })
  const number = String(tableStart(file)).padStart(7, '0')
  return Buffer.from(file.toString('latin1').replace('/Prev 0000000', `/Prev ${number}`), 'latin1')
}

function twoTables(): Buffer {
  const first = previousCircle().toString('latin1')
  const at = first.length
  const second = `xref\n0 0\ntrailer\n<< /Size 5 /Root 1 0 R /Prev ${tableStart(Buffer.from(first, 'latin1'))} >>\nstartxref\n${at}\n%%EOF\n`
  const number = String(at).padStart(7, '0')
  return Buffer.from(first.replace(/\/Prev \d{7}/, `/Prev ${number}`) + second, 'latin1')
}

function hybrid(): Buffer {
  const table = stream('/Type /XRef /Size 6 /W [1 2 1] /Index [0 1] /Root 1 0 R', Buffer.from([0, 0, 0, 255]))
  return onePage({ more: [table], trailer: '/XRefStm 20' })
}

function truncated(): Attack[] {
  const image =
    '/Type /XObject /Subtype /Image /Width 100 /Height 100 /ColorSpace /DeviceGray /BitsPerComponent 8'
  const whole = onePage({
    page: '/Resources << /XObject << /I 6 0 R >> >> /Contents [4 0 R 5 0 R]',
    more: [stream('', 'q 595 0 0 842 0 0 cm /I Do Q'), stream(image, Buffer.alloc(10_000, 'x'))],
  })
  const objects = tableStart(whole)
  const lengths = [5, 9, 40, 100, 200, 320, 400, 480, 2_000, objects - 30, objects - 12]
  return [
    ...lengths.map((length) =>
      attack(`cut off after ${length} bytes`, whole.subarray(0, length), 'scanDamaged'),
    ),
    attack('cut off within the table', whole.subarray(0, objects + 50), 'taken', 'scanDamaged'),
    attack('cut off at the very end', whole.subarray(0, -4), 'taken'),
  ]
}
