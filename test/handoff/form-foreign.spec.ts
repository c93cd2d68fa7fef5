import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument, PDFRawStream } from 'pdf-lib'
import { operatorsIn } from '../../src/handoff/pdf/content-operators.js'
import { rasterise } from '../../src/handoff/form-pages/rasterise.js'
import { readyForm } from '../../src/handoff/form/ready-form.js'
import { readTemplate } from '../../src/handoff/form/read-template.js'
import { surveyForm } from '../../src/handoff/form/survey-form.js'
import { packageOf } from './support/compose.js'
import { packageContents } from './support/contents.js'
import {
  aForeignForm,
  turned,
  withContent,
  withScript,
  withScriptFarDown,
  withSwappedCorners,
  withStamp,
  withXfa,
  withoutArea,
  type ForeignFormWishes,
} from './support/foreign-form.js'
import { alternativeTexts, pageTexts } from './support/read-pdf.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-form-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const reasonsOf = async (wishes: ForeignFormWishes) =>
  (await surveyForm(await aForeignForm(wishes))).pages.flatMap(({ notPlain }) => notPlain).join('\n')

describe('a page that is taken as it is', () => {
  it('has nothing but lines, and fields that are drawn anew', async () => {
    expect(await surveyForm(await aForeignForm())).toMatchObject({ takenAs: 'pages', obstacles: [] })
  })

  it.each([
    ['a font that is not embedded', { text: 'Antrag' }, 'Schrift „Helvetica“ ist nicht eingebettet'],
    ['printing colours', { change: withContent('0 0 0 1 k 10 10 5 5 re f') }, 'CMYK'],
    ['a shading', { change: withContent('/S0 sh') }, 'Farbverlauf'],
    ['marked content', { change: withContent('/Artifact BMC EMC') }, 'ausgezeichneter Inhalt'],
    ['an unknown command', { change: withContent('BX 1 foo EX') }, 'Befehl „BX“'],
    ['content that cannot be read', { change: withContent('(never closed') }, 'lässt sich nicht lesen'],
    [
      'an image that is smoothed',
      { change: withContent('BI /W 1 /H 1 /BPC 8 /CS /CMYK ID abcd EI') },
      'Bild',
    ],
    ['a stamp over it', { change: withStamp }, 'über dem Inhalt (Stamp)'],
    ['a script', { change: withScript }, 'Skripte'],
    ['a script far down', { change: withScriptFarDown }, 'Skripte'],
  ] as [string, ForeignFormWishes, string][])('has not %s', async (_, wishes, reason) => {
    expect(await reasonsOf(wishes)).toContain(reason)
    expect((await surveyForm(await aForeignForm(wishes))).takenAs).toBe('picture')
  })
})

it('has the same places with its corners swapped, and the same page in the package', async () => {
  const [form, swapped] = [await aForeignForm(), await aForeignForm({ change: withSwappedCorners })]
  expect(await surveyForm(swapped)).toEqual(await surveyForm(form))
  const copied = async (bytes: Uint8Array) => {
    const template = await readTemplate(bytes)
    const values = {
      fields: Object.fromEntries(template.fields.map(({ name }) => [name, null])),
      leftovers: [],
    }
    return packageOf(packageContents(), { form: { title: 'Formular', template, values } })
  }
  expect((await copied(swapped)).equals(await copied(form))).toBe(true)
})

it('has a script also under a name that is written otherwise', async () => {
  const bytes = Buffer.from(await aForeignForm({ change: withScript })).toString('latin1')
  const disguised = bytes.replaceAll('/JavaScript', '/#4aavaScript').replaceAll('/JS', '/#4aS')
  const { pages } = await surveyForm(Buffer.from(disguised, 'latin1'))
  expect(pages[0]!.notPlain).toEqual([expect.stringContaining('Skripte')])
})

describe('a form that cannot be used', () => {
  const obstaclesOf = async (bytes: Uint8Array) => (await readTemplate(bytes)).obstacles
  it.each([
    ['XFA', { change: withXfa }, '', 'XFA'],
    ['a turned page', { change: turned }, 'Seite 1', 'aufrecht'],
    ['a page without an area', { change: withoutArea }, 'Seite 1', 'keine Fläche'],
  ] as [string, ForeignFormWishes, string, string][])('is named: %s', async (_, wishes, place, message) => {
    expect(await obstaclesOf(await aForeignForm(wishes))).toContainEqual({
      place,
      message: expect.stringContaining(message),
    })
  })

  it('is named: encrypted, damaged, no PDF', async () => {
    const bytes = Buffer.from(await aForeignForm())
    const locked = Buffer.from(bytes.toString('latin1').replace('/Root', '/Encrypt 1 0 R /Root'), 'latin1')
    expect((await obstaclesOf(locked))[0]!.message).toContain('verschlüsselt')
    expect((await obstaclesOf(bytes.subarray(0, 300)))[0]!.message).toContain('beschädigt')
    expect((await obstaclesOf(Buffer.from('<html>')))[0]!.message).toContain('keine PDF-Datei')
  })
})

describe('a form that is not plain', () => {
  const values = {
    fields: {
      Name: 'Łukaszewicz',
      Geboren: '03.11.2026',
      Kurz: null,
      Gründe: null,
      Eilig: true,
      Stand: 'ledig',
    },
    leftovers: [],
  }
  const contents = packageContents({ form: { title: 'Fremdes Formular', takenAs: 'picture' } })
  const formIn = (wishes: ForeignFormWishes, takenAs: 'pages' | 'picture') =>
    aForeignForm(wishes).then((bytes) => {
      const path = join(folder, 'form.pdf')
      writeFileSync(path, bytes)
      return readyForm({ title: 'Fremdes Formular', path, values, takenAs })
    })

  it('comes as a picture with the entries as text over it, and the record says so', async () => {
    const form = await formIn({ text: 'Antrag', change: withScript }, 'picture')
    expect(form.pictures![0]).toMatchObject({ width: Math.round((595 / 72) * 300) })
    const bytes = packageOf(contents, { form })
    const pages = await pageTexts(bytes)
    expect(pages.at(-1)).toContain('Łukaszewicz')
    expect(pages.at(-1)).not.toContain('Antrag')
    expect(pages.join(' ')).toContain('als Bild übernommen')
    expect(await alternativeTexts(bytes, pages.length)).toContain('Eilig: angekreuzt')
    const written = bytes.toString('latin1')
    expect(written).not.toMatch(/JavaScript|Helvetica/)
    // The one field that is left is the seal's.
    expect(written.match(/\/FT \/\w+/g)).toEqual(['/FT /Sig'])
  })

  it('shows what is drawn on the page and nothing of its fields', async () => {
    const form = await formIn(
      { text: 'Antrag', change: withContent('0 0 1 rg 100 100 200 200 re f') },
      'picture',
    )
    const document = await PDFDocument.load(packageOf(contents, { form }))
    const images = document.context
      .enumerateIndirectObjects()
      .filter(([, object]) => object instanceof PDFRawStream && String(object.dict).includes('/Image'))
    expect(images).toHaveLength(1)
    expect(String((images[0]![1] as PDFRawStream).dict)).toContain('/DeviceRGB')
  })

  it('is the same picture each time', async () => {
    const bytes = await aForeignForm({ text: 'Antrag' })
    const [one, other] = [await rasterise(bytes, 50), await rasterise(bytes, 50)]
    expect(one).toHaveLength(1)
    expect(one).toEqual(other)
  })

  it('is not taken as pages if it became unplain since it was looked at', async () => {
    await expect(formIn({ text: 'Antrag' }, 'pages')).rejects.toThrow('not plain any more')
  })
})

describe('the commands of a page', () => {
  it('are read with texts, names and images in them', () => {
    const content = 'q (a\\) (b) c) Tj <</A [1 2]>> /Bi gs BI /W 1 ID \x00EI\x01 EI\nQ'
    expect([...operatorsIn(content)].map(({ name }) => name)).toEqual([
      'q',
      'Tj',
      'gs',
      'BI',
      'ID',
      'EI',
      'Q',
    ])
  })

  it.each(['(never closed', 'q ] Q', '[ q ] 0 d', '{ 1 }', '<zz> Tj', 'BI ID never closed'])(
    'are not read out of %j',
    (content) => {
      expect(() => [...operatorsIn(content)]).toThrow('cannot be read')
    },
  )
})
