import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PDFDocument, PDFPage } from 'pdf-lib'
import { previewCases } from '../../src/handoff/templates/preview-cases.js'
import { compile } from '../../src/precheck/compile.js'
import type { Question } from '../../src/precheck/rule-set.js'
import type { LoadedRuleSet } from '../../src/rulebook/rule-files.js'
import { lotse } from '../support/lotse.js'
import { aRuleSet } from '../support/rule-set-builder.js'
import { aForeignForm, withXfa } from './support/foreign-form.js'
import { pageTexts } from './support/read-pdf.js'

let folder: string
const inFolder = (...parts: string[]) => join(folder, 'hundesteuer', ...parts)
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-templates-'))
  mkdirSync(inFolder())
  cpSync('templates/fields.schema.json', join(folder, 'fields.schema.json'))
  writeFileSync(inFolder('form.pdf'), await aForeignForm({ text: 'Hundesteuer' }))
})
afterAll(() => rmSync(folder, { recursive: true }))

const templates = (command: string, ...args: string[]) => lotse(['templates', command, ...args])
const previewed = async (...args: string[]) => {
  const out = inFolder('vorschau.pdf')
  const { code, told } = templates('preview', 'hundesteuer', '--out', out, '--templates', folder, ...args)
  return code === 0 ? pageTexts(readFileSync(out)) : told
}

describe('an authority brings its own form', () => {
  it('sees its pages and fields, and begins a map in which each field is left empty', () => {
    const { code, out } = templates('inspect', inFolder('form.pdf'), '--write')
    expect(code).toBe(0)
    expect(out).toContain('Seite 1: 210 × 297 mm')
    expect(out).toContain('Die Schrift „Helvetica“ ist nicht eingebettet')
    expect(out).toContain('kommt als Bild ins Paket')
    expect(out).toMatch(/Feld „Geboren“: Text; Seite 1, 18\/61 mm .*; 8 Zellen/)
    expect(out).toContain('zur Wahl: ledig | verheiratet')
    expect(out).toContain('1 Seite, 6 Felder')
    const { fields } = JSON.parse(readFileSync(inFolder('fields.json'), 'utf8')) as { fields: object }
    expect(fields).toEqual({ Name: null, Geboren: null, Kurz: null, Gründe: null, Eilig: null, Stand: null })
    expect(templates('inspect', inFolder('form.pdf'), '--write')).toMatchObject({
      code: 2,
      told: expect.stringContaining('bleibt, wie sie ist'),
    })
  })

  it('keeps the form where a preview would take its place', () => {
    const before = readFileSync(inFolder('form.pdf'))
    const out = inFolder('form.pdf')
    const call = ['hundesteuer', '--names', '--templates', folder, '--out', out]
    expect(templates('preview', ...call)).toMatchObject({ code: 2, told: expect.stringContaining('--out') })
    expect(readFileSync(out).equals(before)).toBe(true)
  })

  it('sees which field is which', async () => {
    const [form, list] = (await previewed('--names')) as string[]
    expect(form).toContain('Gründe')
    expect(list).toContain('Eilig')
  })

  it('is told what is missing, one line each, as text and for programs', () => {
    const { code, out } = templates('check', 'hundesteuer', '--templates', folder)
    expect(code).toBe(1)
    expect(out).toMatch(/^hundesteuer\/\S+\.json:\/questions\/\d+: „\w+“ wird nur für das Formular gefragt/m)
    const json = templates('check', 'hundesteuer', '--templates', folder, '--json')
    expect(JSON.parse(json.out)).toMatchObject([{ service: 'hundesteuer', takenAs: 'picture', fields: 6 }])
    expect(templates('check', 'hundsteuer', '--templates', folder)).toMatchObject({ code: 2 })
  })

  it('is told no preview of answers before that is mended', async () => {
    expect(await previewed()).toContain('wird nur für das Formular gefragt')
  })

  it('is told what to do about a form that cannot be used', async () => {
    const file = join(folder, 'xfa.pdf')
    writeFileSync(file, await aForeignForm({ change: withXfa }))
    const { code, out } = templates('inspect', file, '--write')
    expect(code).toBe(1)
    expect(out).toContain('XFA-Formular')
    expect(existsSync(join(folder, 'fields.json'))).toBe(false)
  })
})

it('lets no name of a foreign field move the cursor of the terminal', async () => {
  const file = join(folder, 'namen.pdf')
  const change = (document: PDFDocument, page: PDFPage) =>
    document.getForm().createTextField('Name\u001b[2J').addToPage(page)
  writeFileSync(file, await aForeignForm({ change }))
  const { out } = templates('inspect', file)
  expect(out).toContain('Feld „Name\ufffd[2J“')
  expect(out).not.toContain('\u001b')
})

describe('a preview of our own form', () => {
  it.each([
    ['of an example', [], 'Labrador'],
    ['with the longest particulars', ['--longest'], 'Fortsetzungsblatt zu'],
    ['with every character', ['--letters'], 'M\u0302'],
  ])('%s', async (_, args, expected) => {
    const out = inFolder('eigene.pdf')
    expect(templates('preview', 'hundesteuer', '--out', out, ...args).code).toBe(0)
    expect((await pageTexts(readFileSync(out))).join(' ')).toContain(expected)
  })

  it.each<[Partial<Question>, number]>([
    [{ kind: 'integer', max: 1 }, 1],
    [{ kind: 'integer', min: 3 }, 3],
    [{ kind: 'euro', max: 500 }, 500],
  ])('with made-up numbers within the bounds of %j', (bounds, expected) => {
    const question = { id: 'zahl', text: 'Wie viel?', source: '§ 1 Probe', ...bounds } as Question
    const ruleSet = { compiled: compile(aRuleSet({ questions: [question] })) } as LoadedRuleSet
    expect(previewCases('', ruleSet, () => null, false)[0]!.answers).toEqual({ zahl: expected })
  })

  it('with answers of one’s own', async () => {
    const [out, answers] = [inFolder('meins.pdf'), inFolder('antworten.json')]
    writeFileSync(answers, JSON.stringify({ answers: { rufname: 'Waldi' } }))
    const { code, told } = templates(
      'preview',
      'hundesteuer',
      '--out',
      out,
      '--on',
      '2026-11-24',
      '--answers',
      answers,
    )
    expect([code, told]).toEqual([0, ''])
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('is refused in a sentence where it cannot be written', () => {
    const { code, told } = templates('preview', 'hundesteuer', '--out', join(folder, 'nirgends', 'a.pdf'))
    expect([code, told]).toEqual([
      2,
      expect.stringMatching(/a\.pdf lässt sich nicht schreiben \(ENOENT\)\.\n$/),
    ])
  })
})
