import { PDFDocument, PDFRawStream, decodePDFRawStream } from 'pdf-lib'
import { composeForm } from '../../src/handoff/form/compose-form.js'
import { gathered } from '../../src/handoff/paper/gathered.js'
import { asPrinted } from '../../src/handoff/paper/as-printed.js'
import { checkAnswer } from '../../src/precheck/check-answer.js'
import { charactersOf } from '../../src/precheck/din-91379.js'
import type { Question } from '../../src/precheck/rule-set.js'
import { yesNo } from '../support/rule-set-builder.js'
import { formWith, packageOf } from './support/compose.js'
import { packageContents } from './support/contents.js'
import { pageTexts } from './support/read-pdf.js'

const characters = charactersOf('E')
const forNames = new Set(charactersOf('A'))

/** Space, tab and line ends are seen as the room between others. */
const seen = characters.filter((character) => character.trim() !== '')
/** Those that a reader does not find in a text, as they are drawn. */
const missingIn = (text: string, wanted: readonly string[]) => {
  const read = new Set(text.split(' '))
  // The sign for a millionth has one glyph with the Greek letter: only a reader that looks at ActualText tells them apart.
  const drawn = (character: string) => asPrinted(character).replace('µ', 'μ')
  return wanted.filter((character) => !read.has(drawn(character)) && !read.has(character))
}

/** The drawing commands of all pages as text. */
async function commandsOf(bytes: Buffer): Promise<string> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  return document
    .getPages()
    .map((page) => decodePDFRawStream(page.node.Contents() as unknown as PDFRawStream).decode())
    .map((content) => Buffer.from(content).toString('latin1'))
    .join('\n')
}

describe('the characters of DIN 91379', () => {
  it('are 910, in the groups of the standard', () => {
    expect(new Set(characters).size).toBe(910)
    expect([charactersOf('A').length, charactersOf('B').length]).toEqual([667, 727])
    expect(characters.filter((character) => [...character].length > 1)).toHaveLength(149)
    expect(characters.filter((character) => character !== character.normalize('NFC'))).toEqual([])
  })

  it('are accepted where the data type has them, and stored composed', () => {
    const stored = (kind: Question['kind'], text: string) => {
      const checked = checkAnswer({ ...yesNo('q'), kind }, text)
      return checked.ok ? checked.value : null
    }
    const inText = characters.filter(
      (character) =>
        stored('text', `a${character.normalize('NFD')}b`) !== `a${character.replace('\r', '\n')}b`,
    )
    const inName = characters.filter(
      (character) =>
        stored('personName', `a${character.normalize('NFD')}b`) !==
        (forNames.has(character) ? `a${character}b` : null),
    )
    expect([inText, inName]).toEqual([[], []])
  })

  it('print on the cover and in the record and are read back as they were typed', async () => {
    const [question] = packageContents().questions
    const names = seen.filter((character) => forNames.has(character))
    const contents = packageContents({
      caseFile: { ...packageContents().caseFile, applicant: names.join(' ') },
      questions: [{ ...question!, answer: { ...question!.answer!, words: seen.join(' ') } }],
    })
    const pages = await pageTexts(packageOf(contents))
    const record = pages.findIndex(
      (page) => page.includes('Prüfprotokoll') && page.includes('Vorprüfung vom'),
    )
    expect(missingIn(pages.slice(0, record).join(' '), names)).toEqual([])
    expect(missingIn(pages.slice(record).join(' '), seen)).toEqual([])
  })

  it('print in the fields of the form and on its continuation page', async () => {
    const { template } = await formWith('wohngeld', {})
    const fields = template.fields.filter(({ kind, width }) => kind === 'text' && width > 90)
    const perField = 6
    for (let start = 0; start < seen.length; start += perField * fields.length) {
      const values = Object.fromEntries(
        fields.map(({ name }, index) => [
          name,
          seen.slice(start + index * perField, start + (index + 1) * perField).join(' '),
        ]),
      )
      const form = await formWith('wohngeld', values, [{ title: 'Alles', text: seen.join(' ') }])
      const bytes = gathered((write) => composeForm(form, packageContents().madeAt, write))
      const [first, second, ...continuation] = await pageTexts(bytes)
      expect(
        missingIn(`${first} ${second}`, Object.values(values).join(' ').split(' ').filter(Boolean)),
      ).toEqual([])
      expect(missingIn(continuation.join(' '), seen)).toEqual([])
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
    const pages = await pageTexts(packageOf(packageContents({ questions: [{ ...question!, answer }] })))
    expect(pages.join(' ')).toContain('Fläche <= 50 und >= 20, Dauer unendlich')
  })

  it('what no text may have and a name of a file can is drawn as a sign for it, never as no glyph', async () => {
    const [question] = packageContents().questions
    const written = (words: string) =>
      packageOf(packageContents({ questions: [{ ...question!, answer: { ...question!.answer!, words } }] }))
    for (const sign of ['→', '✓', '😀', '漢', 'ע', '\u{e000}']) {
      const commands = await commandsOf(written(`a${sign}b`))
      expect([sign, /<(?:[\da-f]{4})*?0000/.test(commands)]).toEqual([sign, false])
    }
  })
})
