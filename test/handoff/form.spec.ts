import { readFile } from 'node:fs/promises'
import { readTemplate } from '../../src/handoff/form/read-template.js'
import { fitText, smallestSize } from '../../src/handoff/form/fit-text.js'
import { openDocument } from '../../src/handoff/paper/open-document.js'
import { newSheet } from '../../src/handoff/paper/sheet.js'
import { formWith, packageOf } from './support/compose.js'
import { packageContents } from './support/contents.js'
import { alternativeTexts, pageTexts } from './support/read-pdf.js'

const filled = async (
  service: string,
  ...form: Parameters<typeof formWith> extends [unknown, ...infer R] ? R : never
) => packageOf(packageContents(), { form: await formWith(service, ...form) })

const pageWith = (pages: readonly string[], text: string): number =>
  pages.findIndex((page) => page.includes(text))

describe('the official form', () => {
  it('shows the answers as text on its own pages', async () => {
    const pages = await pageTexts(
      await filled('wohngeld', { Familienname: 'Łukaszewicz', IBAN: 'DE02 1203 0000 0000 2020 51' }),
    )
    const form = pages[pageWith(pages, 'Antrag auf Wohngeld')]
    expect(form).toContain('Łukaszewicz')
    expect(form).toContain('DE02 1203 0000 0000 2020 51')
  })

  it('ticks boxes and says so to a screen reader', async () => {
    const bytes = await filled('wohngeld', {
      'Zuschuss: Mietzuschuss': true,
      'Zuschuss: Lastenzuschuss': false,
    })
    const page = pageWith(await pageTexts(bytes), 'Antrag auf Wohngeld')
    const said = await alternativeTexts(bytes, page + 1)
    expect(said).toContain('Beantragt wird: Mietzuschuss: angekreuzt')
    expect(said.join()).not.toContain('Lastenzuschuss: angekreuzt')
  })

  it('leaves no field of the form behind that could be changed', async () => {
    const bytes = await filled('wohngeld', { Familienname: 'Müller' })
    const written = bytes.toString('latin1')
    expect(written).not.toMatch(/\/NeedAppearances/)
    // The one field that is left is the seal's.
    expect(written.match(/\/FT \/\w+/g)).toEqual(['/FT /Sig'])
  })

  it('prints a long text smaller, but never below 8 points', async () => {
    const { template } = await formWith('wohngeld', {})
    const field = template.fields.find(({ name }) => name === 'Familienname')!
    const sheet = newSheet(openDocument({ title: '', madeAt: '2026-11-24T00:00:00.000Z' }))
    const sizes = Array.from({ length: 60 }, (_, length) => fitText(sheet, field, 'M'.repeat(length))?.size)
    const used = sizes.filter((size) => size !== undefined)
    expect(used[0]).toBeGreaterThan(smallestSize)
    expect(Math.min(...used)).toBe(smallestSize)
    expect(sizes.at(-1)).toBeUndefined()
  })

  it('sends a text without room in full to the continuation page, with a number in the field', async () => {
    const long = Array.from({ length: 80 }, (_, index) => `Nachname${index}`).join('-')
    const pages = await pageTexts(
      await filled('wohngeld', { Familienname: long, Telefon: '0385 '.repeat(40).trim() }),
    )
    const form = pages[pageWith(pages, 'Antrag auf Wohngeld')]
    expect(form).toContain('siehe Fortsetzungsblatt, Nr. 1')
    expect(form).toContain('Nr. 2')
    const continuation = pages[pageWith(pages, 'Fortsetzungsblatt zu „')]!
    expect(continuation).toContain('Nr. 1: „Familienname“')
    expect(continuation.replaceAll(' ', '')).toContain(long)
    expect(continuation).toContain('Nr. 2: „Telefon')
    expect(pages[0]).toContain(
      `Fortsetzungsblatt zum Formular: Seite ${pageWith(pages, 'Fortsetzungsblatt zu „') + 1}`,
    )
  })

  it('lists on the continuation page who has no line on the form', async () => {
    const pages = await pageTexts(
      await filled('wohngeld', {}, [
        { title: 'Haushaltsmitglieder (ab Nr. 6)', text: '6. Ǧānim Kara, geb. 04.03.2012' },
      ]),
    )
    expect(pages[pageWith(pages, 'Fortsetzungsblatt zu „')]).toContain('6. Ǧānim Kara, geb. 04.03.2012')
  })

  it('is not made if its map and its fields differ', async () => {
    const form = await formWith('wohngeld', { 'Kein solches Feld': 'x' })
    expect(() => packageOf(packageContents(), { form })).toThrow('Kein solches Feld')
  })

  it('reads names, labels, places and kinds of its fields', async () => {
    const { fields, pages } = await readTemplate(await readFile('templates/gewerbeanmeldung/form.pdf'))
    expect(pages).toHaveLength(2)
    const activity = fields.find(({ name }) => name === 'Tätigkeit')
    expect(activity).toMatchObject({
      kind: 'text',
      multiline: true,
      label: '14  Angemeldete Tätigkeit, genau beschrieben',
    })
    expect(fields.find(({ name }) => name === 'Nebenerwerb: ja')).toMatchObject({ kind: 'tick' })
    for (const { x, y, width, height } of fields) {
      expect(x >= 0 && y >= 0 && x + width <= 596 && y + height <= 842).toBe(true)
    }
  })
})
