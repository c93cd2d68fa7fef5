import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drawForm } from '../../src/handoff/draw/draw-form.js'
import { ownForms } from '../../src/handoff/draw/draw-templates.js'
import { readFieldMap } from '../../src/handoff/form/field-map.js'
import { fitText } from '../../src/handoff/form/fit-text.js'
import { openDocument } from '../../src/handoff/paper/open-document.js'
import { newSheet } from '../../src/handoff/paper/sheet.js'
import { demonstration, readInstallation } from '../../src/cooperation/read-installation.js'
import { readTemplate } from '../../src/handoff/form/read-template.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'

const rulebook = Rulebook.from('rules')
const folders = readdirSync('templates', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'laufzettel')
  .map(({ name }) => name)

describe.each(folders)('the form of %s', (service) => {
  it('has room for the name of every authority of the demonstration', async () => {
    const { fields } = await readTemplate(await readFile(`templates/${service}/form.pdf`))
    const field = fields.find(({ name }) => name === 'Behörde')!
    const sheet = newSheet(openDocument({ title: '', madeAt: '2026-11-24T00:00:00.000Z' }))
    const { authorities } = readInstallation(demonstration)
    expect(
      authorities.map(({ name }) => name).filter((name) => fitText(sheet, field, name) === null),
    ).toEqual([])
  })
})

describe('our own forms', () => {
  it.each(ownForms.map((form) => [form.template, form] as const))(
    '%s is what the script draws',
    async (template, form) => {
      expect((await drawForm(form)).equals(await readFile(`templates/${template}/form.pdf`))).toBe(true)
    },
  )
})

describe('a wrong fields.json', () => {
  const service = 'gewerbeanmeldung'
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lotse-templates-'))
    cpSync('templates', folder, { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is named where the form is asked for when it is not there at all', () => {
    rmSync(join(folder, service, 'form.pdf'))
    const ruleSets = rulebook.of(service)
    const message = expect.stringContaining(`${service}/form.pdf fehlt`)
    expect(readFieldMap(folder, ruleSets[0]!, ruleSets)).toEqual({
      problems: [{ file: ruleSets[0]!.file, pointer: '/form/template', message }],
    })
  })

  const problemsOf = (fields: Record<string, unknown>) => {
    writeFileSync(join(folder, service, 'fields.json'), JSON.stringify({ fields }))
    const ruleSets = rulebook.of(service)
    return readFieldMap(folder, ruleSets[0]!, ruleSets)
  }

  it.each([
    ['an unknown fact', { Feld: 'gibt_es_nicht' }, '/fields/Feld', '„gibt_es_nicht“'],
    [
      'an answer that nobody can give',
      { 'A/B': { fact: 'vorgang', is: 'tanzen' } },
      '/fields/A~1B',
      '„tanzen“',
    ],
    [
      'a part that the fact does not have',
      { Feld: { fact: 'vorgang', part: 'city' } },
      '/fields/Feld',
      'keinen Teil',
    ],
    ['a key that is not in the format', { Feld: { fact: 'vorgang', path: '$.x' } }, '/fields/Feld', '„path“'],
  ])('names file, place and what is wrong: %s', (_, fields, pointer, message) => {
    const read = problemsOf(fields)
    expect(read).toMatchObject({ problems: [{ file: `${service}/fields.json`, pointer }] })
    expect(JSON.stringify(read)).toContain(message)
  })

  it('is told apart from what a rule set maps wrongly by itself, and each is told once', () => {
    writeFileSync(join(folder, service, 'fields.json'), JSON.stringify({ fields: { Feld: 7 } }))
    const ruleSet = rulebook.of(service)[0]!
    const wrongBy = (fields: Record<string, unknown>) => {
      const form = { template: service, fields }
      const rules = { ...ruleSet.compiled.ruleSet, form }
      return readFieldMap(folder, { ...ruleSet, compiled: { ...ruleSet.compiled, ruleSet: rules } }, [
        ruleSet,
      ])
    }
    expect(wrongBy({ Eigenes: 8 })).toMatchObject({
      problems: [
        { file: `${service}/fields.json`, pointer: '/fields/Feld' },
        { file: ruleSet.file, pointer: '/form/fields/Eigenes' },
      ],
    })
    writeFileSync(join(folder, service, 'fields.json'), JSON.stringify({ fields: { Feld: null } }))
    expect(wrongBy({ Eigenes: 'gibt_es_nicht' })).toMatchObject({
      problems: [{ file: ruleSet.file, pointer: '/form/fields/Eigenes' }],
    })
    expect(wrongBy({})).toEqual({ map: { Feld: null } })
  })
})
