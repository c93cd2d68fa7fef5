import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { paths } from '../../src/web/paths.js'
import { FormsInUse } from '../../src/handoff/forms-in-use.js'
import { PackageStore } from '../../src/handoff/package.store.js'
import { Database } from '../../src/platform/database.js'
import { startApp, type TestApp } from '../support/app.js'
import { signIn, type Client } from '../support/client.js'
import { visit } from '../casework/support/desk-app.js'
import { caseFromExample } from './support/counter-case.js'
import { aForeignForm } from './support/foreign-form.js'

const service = 'gewerbeanmeldung'
const inForce = 'gewerbeanmeldung@2026-11-20'
const future = 'gewerbeanmeldung@2027-03-01'
let templatesDir: string
let rulesDir: string
let app: TestApp
let clerk: Client
let author: Client
let id: string
beforeAll(async () => {
  templatesDir = mkdtempSync(join(tmpdir(), 'lotse-templates-'))
  cpSync('templates', templatesDir, { recursive: true })
  rulesDir = mkdtempSync(join(tmpdir(), 'lotse-rules-'))
  cpSync('rules', rulesDir, { recursive: true })
  await addFuture()
  app = await startApp({ templatesDir, rulesDir })
  app.clock.startAt('2026-11-24T09:00:00Z')
  clerk = await signIn(app, 'k.schroeder')
  author = await signIn(app, 'e.rathjen')
  id = await caseFromExample(app, clerk, service, 'complete')
})
afterAll(async () => {
  await app.stop()
  rmSync(templatesDir, { recursive: true })
  rmSync(rulesDir, { recursive: true })
})

const newForm = 'gewerbeanmeldung-neu'
const newMap = () => join(templatesDir, newForm, 'fields.json')
const nothing = { Name: null, Geboren: null, Kurz: null, Gründe: null, Eilig: null, Stand: null }

/** The law of a day to come, with a form of its own that comes as a picture. */
async function addFuture(): Promise<void> {
  const rules = JSON.parse(readFileSync(join(rulesDir, service, '2026-11-20.json'), 'utf8')) as object
  const changed = { ...rules, inForceFrom: '2027-03-01', form: { template: newForm } }
  writeFileSync(join(rulesDir, service, '2027-03-01.json'), JSON.stringify(changed))
  mkdirSync(join(templatesDir, newForm))
  writeFileSync(join(templatesDir, newForm, 'form.pdf'), await aForeignForm({ text: 'Gewerbe-Anmeldung' }))
  writeFileSync(newMap(), JSON.stringify({ fields: nothing }))
}

const map = () => join(templatesDir, service, 'fields.json')
const form = () => join(templatesDir, service, 'form.pdf')
const ruleSetPage = (ruleSet = inForce) => visit(author, paths.ruleSet(ruleSet)).then(({ text }) => text)
const formOf = (ruleSet: string) => app.app.get(FormsInUse).of(ruleSet)
const handOver = () => clerk.api('POST', `/api/case-files/${id}/hand-over`, {})

describe('a form while the server runs', () => {
  it('is said to fit, where authors read its rule set', async () => {
    expect((await formOf(inForce))?.problems).toEqual([])
    expect(await ruleSetPage()).toMatch(/Formular<\/dt><dd[^>]*>passt</)
  })

  it('that no longer fits its map is shown to authors and stops the hand-over, of this service alone', async () => {
    const whole = readFileSync(map(), 'utf8')
    writeFileSync(map(), whole.replace('"Tätigkeit"', '"Tätigkeiten"'))
    expect(await ruleSetPage()).toContain('passt nicht, es wird nichts übergeben')
    const refused = await handOver()
    expect([refused.status, refused.json<{ code: string }>().code]).toEqual([422, 'formDoesNotFit'])
    expect((await formOf('hundesteuer@2024-01-01'))?.problems).toEqual([])
    writeFileSync(map(), whole)
  })

  it('that cannot be read does the same, and the whole one is taken without a restart', async () => {
    const whole = readFileSync(form())
    writeFileSync(form(), whole.subarray(0, 2_000))
    expect((await handOver()).json<{ code: string }>().code).toBe('formDoesNotFit')
    writeFileSync(form(), whole)
    expect(await formOf(inForce)).toMatchObject({ problems: [], takenAs: 'pages' })
  })

  it('of a rule set to come is another, and stops nothing today when it does not fit', async () => {
    expect(await formOf(future)).toMatchObject({ takenAs: 'picture' })
    writeFileSync(newMap(), JSON.stringify({ fields: { ...nothing, Name: 'gibt_es_nicht' } }))
    expect(await ruleSetPage(future)).toContain('passt nicht')
    expect(await ruleSetPage()).not.toContain('passt nicht')
    const made = await handOver()
    expect(made.status).toBe(200)
    const last = await app.app.get(Database).change((tx) => app.app.get(PackageStore).last(tx, id))
    expect(last?.contents.form?.takenAs).toBe('pages')
  })

  it('of a rule set that the counter does not have is not known', async () => {
    expect(await formOf('gewerbeanmeldung@1999-01-01')).toBeNull()
  })
})
