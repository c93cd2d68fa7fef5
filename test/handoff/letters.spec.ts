import { jest } from '@jest/globals'
import { PDFDocument, PDFRawStream, decodePDFRawStream } from 'pdf-lib'
import { formWith, packageOf } from './support/compose.js'
import { packageContents } from './support/contents.js'
import { allLetters } from './support/letters.js'
import { pageTexts, textOf } from './support/read-pdf.js'

jest.setTimeout(60_000)

const letters = allLetters()

/** The drawing commands of all pages as text. */
async function commandsOf(bytes: Buffer): Promise<string> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  return document
    .getPages()
    .map((page) => decodePDFRawStream(page.node.Contents() as unknown as PDFRawStream).decode())
    .map((content) => Buffer.from(content).toString('latin1'))
    .join('\n')
}

describe('the letters of DIN 91379', () => {
  it('are 649, 149 of them sequences', () => {
    expect(letters).toHaveLength(649)
    expect(letters.filter((letter) => [...letter].length > 1)).toHaveLength(149)
  })

  it('print in the record and are read back as they were typed', async () => {
    const [question] = packageContents().questions
    const answer = { ...question!.answer!, words: letters.join(' ') }
    const text = await textOf(await packageOf(packageContents({ questions: [{ ...question!, answer }] })))
    const read = new Set(text.split(' '))
    expect(letters.filter((letter) => !read.has(letter))).toEqual([])
  })

  it('print in the fields of the form and are read back as they were typed', async () => {
    const fields = [
      'Familienname',
      'Vornamen',
      'Geburtsname',
      'Geburtsort',
      'Künstlername',
      'Wichtiger Grund',
      'Ermäßigung',
    ]
    for (let start = 0; start < letters.length; start += 8 * fields.length) {
      const parts = fields.map(
        (name, index) => [name, letters.slice(start + index * 8, start + index * 8 + 8)] as const,
      )
      const values = Object.fromEntries(parts.map(([name, part]) => [name, part.join(' ')]))
      const form = await formWith('personalausweis', values)
      const text = await textOf(await packageOf(packageContents(), { form }))
      const read = new Set(text.split(' '))
      expect(parts.flatMap(([, part]) => part).filter((letter) => !read.has(letter))).toEqual([])
    }
  })

  it('carry their marks in place, not beside them', async () => {
    const named = (applicant: string) =>
      packageOf(packageContents({ caseFile: { ...packageContents().caseFile, applicant } }))
    const moves = async (bytes: Buffer) => (await commandsOf(bytes)).split(' Tm\n').length
    // A mark that is placed is drawn at a position of its own; one that is not is drawn where the pen stands.
    expect(await moves(await named('M\u0302'))).toBeGreaterThan(await moves(await named('M')))
    expect(await moves(await named('R\u0325'))).toBeGreaterThan(await moves(await named('R')))
  })

  it('what the font lacks is spelled out', async () => {
    const [question] = packageContents().questions
    const answer = { ...question!.answer!, words: 'Fläche ≤ 50 und ≥ 20, Dauer ∞' }
    const pages = await pageTexts(await packageOf(packageContents({ questions: [{ ...question!, answer }] })))
    expect(pages.join(' ')).toContain('Fläche <= 50 und >= 20, Dauer unendlich')
  })
})
