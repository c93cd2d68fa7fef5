import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { paragraph } from '../../src/handoff/paper/blocks.js'
import { gathered } from '../../src/handoff/paper/gathered.js'
import { breakLines } from '../../src/handoff/paper/break-lines.js'
import { openDocument } from '../../src/handoff/paper/open-document.js'
import { asPrinted } from '../../src/handoff/paper/as-printed.js'
import { margins, newSheet, type Sheet } from '../../src/handoff/paper/sheet.js'
import { styles } from '../../src/handoff/paper/text-style.js'
import { headedTable } from '../../src/handoff/paper/table.js'
import { sfntFromWoff } from '../../src/handoff/paper/woff.js'
import { pageTexts } from './support/read-pdf.js'

const require = createRequire(import.meta.url)

describe('lines', () => {
  const measure = (text: string) => [...text].length
  const words = (text: string) => text.replaceAll(/\s+/g, '')

  it('never lose a letter and are never wider than they may be', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'ß', 'M\u0302', ' ', '-', '/', '\n', 'Straßenverkehrsbehörde'),
      maxLength: 200,
    })
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 60 }), (text, width) => {
        const lines = breakLines(measure, text, width)
        expect(words(lines.join(''))).toBe(words(text))
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('break at spaces first, then behind hyphens and slashes, then inside a word', () => {
    expect(breakLines(measure, 'eins zwei drei', 9)).toEqual(['eins zwei', 'drei'])
    expect(breakLines(measure, 'Boizenburg/Elbe', 12)).toEqual(['Boizenburg/', 'Elbe'])
    expect(breakLines(measure, 'Donaudampf', 4)).toEqual(['Dona', 'udam', 'pf'])
  })
})

describe('a line does not end', () => {
  const measure = (text: string) => [...text].length

  it.each([
    ['zwischen § und Zahl', 'Grundlage ist § 24 Abs. 3 VwVfG', 'Grundlage ist|§ 24 Abs. 3|VwVfG', 15],
    ['in „SGB I“', 'steht in § 66 SGB I genau', 'steht in § 66|SGB I genau', 17],
    ['vor einer Einheit', 'Die Miete beträgt 480 Euro kalt', 'Die Miete beträgt|480 Euro kalt', 22],
    ['vor einem Maß', 'Bild auf Papier (35 × 45 mm)', 'Bild auf Papier (35 ×|45 mm)', 26],
    ['in einem Datum', 'Ab dem 1. Januar 2027 gilt', 'Ab dem|1. Januar|2027 gilt', 10],
    ['in einer Nummer', 'Vorgang 2026-000123 ist da', 'Vorgang|2026-000123|ist da', 13],
    ['nach einem einzelnen Buchstaben', 'Antwort per E-Mail', 'Antwort per|E-Mail', 14],
    ['vor einem Gedankenstrich', 'Fehlt: Pass – alt', 'Fehlt:|Pass – alt', 12],
    ['vor einem Punkt in einer Reihe', 'Ort Name · Maß', 'Ort|Name ·|Maß', 8],
    ['und doch, wenn es sonst nicht passt', '§ 123456', '§|123456', 6],
  ])('%s', (_name, text, lines, width) => {
    expect(breakLines(measure, text, width).join('|')).toBe(lines)
  })
})

describe('where a page ends', () => {
  const sheet = () => {
    const sheet = newSheet(openDocument({ title: '', madeAt: '2026-11-24T09:00:00.000Z' }))
    sheet.newPage()
    return sheet
  }
  const pagesOf = ({ document }: Sheet) => document.bufferedPageRange().count
  const line = 'Zeile\n'

  it.each([1, 2, 3, 4, 7])('a paragraph of %i lines leaves none alone on either page', (count) => {
    for (let left = 1; left <= count; left++) {
      const on = sheet()
      const height = on.lineHeight(styles.body)
      on.y = on.bottom - left * height - 0.1
      paragraph(on, line.repeat(count).trim(), styles.body, 0)
      const over = pagesOf(on) === 1 ? 0 : Math.round((on.y - margins.top) / height)
      expect([
        0,
        count,
        ...Array.from({ length: Math.max(0, count - 3) }, (_, index) => index + 2),
      ]).toContain(over)
    }
  })
})

describe('a chapter that opens with a table', () => {
  it('never has its heading alone at the foot of a page', async () => {
    const starts = Array.from({ length: 16 }, (_, index) => 60 + index * 15)
    const pdf = gathered((write) => {
      const sheet = newSheet(openDocument({ title: 'Probe', madeAt: '2026-11-24T09:00:00.000Z' }, write))
      for (const left of starts) {
        sheet.newPage()
        sheet.y = sheet.bottom - left
        const rows = [1, 2, 3].map((row) => ({ cells: [[{ text: `Zeile ${row}\n\n`, style: styles.body }]] }))
        headedTable(sheet, 3, 'Gruppe', [{ title: 'Frage', share: 1 }], rows, 'Kapitel')
      }
      sheet.root.end()
      sheet.document.end()
    })
    const pages = await pageTexts(pdf)
    expect(pages.filter((text) => text.includes('Kapitel'))).toHaveLength(starts.length)
    for (const text of pages) expect(text.includes('Kapitel')).toBe(text.includes('Zeile 1'))
  })
})

describe('what is printed', () => {
  it('is composed, and without marks that turn the writing around', () => {
    expect(asPrinted('Mu\u0308ller\u202Egnp.exe')).toBe('Müller gnp.exe')
    expect(asPrinted('Aufenthalts\u00adtitel')).toBe('Aufenthaltstitel')
  })
})

/** Sum of the table's 32-bit numbers (OpenType, "Calculating checksums"); `head` without its own field for the whole font. */
function checksumOf(table: Buffer, tag: string): number {
  const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4)
  table.copy(padded)
  if (tag === 'head') padded.writeUInt32BE(0, 8)
  let sum = 0
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0
  return sum
}

describe('the font', () => {
  const woff = readFileSync(require.resolve('@kern-ux/native/dist/fonts/noto-sans/NotoSans-Regular.woff'))

  it('has every table whole after unpacking: each has the checksum that the font says', () => {
    const sfnt = sfntFromWoff(woff)
    const tables = Array.from({ length: sfnt.readUInt16BE(4) }, (_, index) => {
      const at = 12 + index * 16
      const [checksum, offset, length] = [4, 8, 12].map((field) => sfnt.readUInt32BE(at + field))
      return { tag: sfnt.toString('latin1', at, at + 4), checksum, offset: offset!, length: length! }
    })
    expect(tables.map(({ tag }) => tag)).toEqual(
      expect.arrayContaining(['GPOS', 'GSUB', 'cmap', 'glyf', 'head']),
    )
    for (const { tag, checksum, offset, length } of tables)
      expect([tag, checksumOf(sfnt.subarray(offset, offset + length), tag)]).toEqual([tag, checksum])
  })

  it('is refused if it is something else', () => {
    expect(() => sfntFromWoff(Buffer.from('OTTO and more'))).toThrow('not a WOFF')
  })
})
