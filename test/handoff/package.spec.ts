import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { packageOf } from './support/compose.js'
import { packageContents } from './support/contents.js'
import { embedded, pageTexts, textOf } from './support/read-pdf.js'

// Fonts are set up anew for each file, which takes its time on a busy machine.
const isValid = new Ajv({ strictTypes: false }).compile(
  JSON.parse(readFileSync('docs/uebergabe.schema.json', 'utf8')) as object,
)

describe('the package', () => {
  it('says on the first page what the caseworker needs first', async () => {
    const [cover] = await pageTexts(packageOf(packageContents()))
    for (const part of [
      'Stadt Boizenburg/Elbe',
      'Übergabepaket an: Meldebehörde',
      'Anmeldung einer Wohnung',
      'Antrag von Łukasz Müller-Nguyễn',
      'Vorprüfung: vollständig',
      'Zu entscheiden',
      '20.11.2026',
      '24.11.2026',
      '2026-000123',
      'Seite 1 von',
    ])
      expect(cover).toContain(part)
  })

  it('keeps hints for the record, so that the cover stays one page', async () => {
    const hint = { rule: 'h', finding: 'notice', say: 'Das gilt zehn Jahre.', source: '§ 6 PAuswG' } as const
    const [cover, record] = await pageTexts(packageOf(packageContents({ findings: [hint] })))
    expect(cover).not.toContain(hint.say)
    expect(record).toContain(hint.say)
  })

  it('tells why it was handed over against the advice', async () => {
    const contents = packageContents({
      verdict: {
        outcome: 'notEligible',
        words: 'Voraussetzungen nicht erfüllt',
        possible: ['notEligible'],
        on: '2026-11-24',
      },
      reason: 'Die Antragstellerin besteht auf einem Bescheid.',
      findings: [
        { rule: 'r', finding: 'notEligible', say: 'Noch nicht eingezogen.', source: '§ 17 Abs. 1 BMG' },
      ],
    })
    const [cover] = await pageTexts(packageOf(contents))
    expect(cover).toContain('Gegen das Vorprüfergebnis übergeben')
    expect(cover).toContain('Noch nicht eingezogen. § 17 Abs. 1 BMG')
    expect(cover).toContain('„Die Antragstellerin besteht auf einem Bescheid.“')
    expect(cover).toContain('§ 24 Abs. 3 VwVfG')
  })

  it('repeats every question as shown, with answer, source, name and time', async () => {
    const contents = packageContents()
    const text = await textOf(packageOf(contents))
    for (const { text: question, source, answer } of contents.questions) {
      expect(text).toContain(question)
      expect(text).toContain(answer!.words)
      expect(text).toContain(source)
    }
    expect(text).toContain('Britta Lotse 24.11.2026, 09:41')
    expect(text.replaceAll(' ', '')).toContain(contents.ruleSet.sha256)
  })

  it('marks what does not count and what stayed open', async () => {
    const [first, second] = packageContents().questions
    const text = await textOf(
      packageOf(
        packageContents({
          questions: [
            { ...first!, counts: false },
            { ...second!, answer: null, open: true },
          ],
        }),
      ),
    )
    expect(text).toContain('zählt nicht, weil eine andere Antwort die Frage ausschließt')
    expect(text).toContain('nicht beantwortet')
    expect(text).toContain(`Nicht beantwortet: „${second!.text}“`)
  })

  it('carries its data as JSON that the published schema accepts', async () => {
    const contents = packageContents()
    const data = await embedded(packageOf(contents), 'uebergabe.json')
    expect(data).toEqual(contents)
    expect(isValid(data)).toBe(true)
    expect(isValid({ ...contents, fee: 'viel' })).toBe(false)
    expect(isValid({ ...contents, more: 1 })).toBe(false)
  })

  it('is the same file for the same contents, and another for others', async () => {
    const [one, two, other] = await Promise.all([
      packageOf(packageContents()),
      packageOf(packageContents()),
      packageOf(packageContents({ reason: 'anders' })),
    ])
    expect(one.equals(two)).toBe(true)
    expect(one.equals(other)).toBe(false)
  })

  it('breaks off nothing when an answer is longer than a page', async () => {
    const [first] = packageContents().questions
    const words = Array.from({ length: 2500 }, (_, index) => `Wort${index}`)
    const answer = { ...first!.answer!, words: words.join(' ') }
    const bytes = packageOf(packageContents({ questions: [{ ...first!, answer }] }))
    const text = await textOf(bytes)
    for (const word of words) expect(text).toContain(word)
    expect((await pageTexts(bytes)).every((page) => /Seite \d+ von \d+/.test(page))).toBe(true)
  })

  it('puts on the cover the pages where the parts really begin', async () => {
    const contents = packageContents({
      questions: Array.from({ length: 60 }, (_, index) => ({
        ...packageContents().questions[0]!,
        id: `q${index}`,
      })),
    })
    const pages = await pageTexts(packageOf(contents))
    const said = Number(/Prüfprotokoll: Seite (\d+)/.exec(pages[0]!)?.[1])
    expect(pages[said - 1]).toContain('Prüfprotokoll Anmeldung einer Wohnung, Vorgang 2026-000123')
  })
})

describe('what windows and file lists show', () => {
  it('is a title that names no person, and data under their own name', async () => {
    const document = await PDFDocument.load(packageOf(packageContents()), { updateMetadata: false })
    expect(document.getTitle()).toBe('Übergabepaket 2026-000123 – Anmeldung einer Wohnung')
    const files = document.context
      .enumerateIndirectObjects()
      .map(([, object]) => object)
      .filter((object) => object instanceof PDFDict && object.has(PDFName.of('AFRelationship'))) as PDFDict[]
    expect(files.map((file) => String(file.get(PDFName.of('AFRelationship'))))).toEqual(['/Data'])
    expect((files[0]!.lookup(PDFName.of('UF')) as PDFString).asString()).toBe('uebergabe.json')
  })

  it('says of a trial that it is one, on every page and in the data', async () => {
    const bytes = packageOf(packageContents({ trial: true }))
    const pages = await pageTexts(bytes)
    expect(pages[0]).toContain('PROBE: gehört zu keinem Vorgang')
    for (const page of pages) expect(page).toMatch(/Probe eines Übergabepakets .*PROBE/)
    expect(await embedded(bytes, 'uebergabe.json')).toMatchObject({ trial: true })
    expect((await pageTexts(packageOf(packageContents()))).join(' ')).not.toMatch(/probe/i)
  })
})
