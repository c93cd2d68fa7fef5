import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { paths } from '../../src/web/paths.js'
import { FormsInUse } from '../../src/handoff/forms-in-use.js'
import { startApp, type TestApp } from '../support/app.js'
import { signIn, type Client } from '../support/client.js'
import { visit } from '../casework/support/desk-app.js'
import { caseFromExample } from './support/counter-case.js'

const service = 'gewerbeanmeldung'
let templatesDir: string
let app: TestApp
let clerk: Client
let author: Client
let id: string
beforeAll(async () => {
  templatesDir = mkdtempSync(join(tmpdir(), 'lotse-templates-'))
  cpSync('templates', templatesDir, { recursive: true })
  app = await startApp({ templatesDir })
  app.clock.startAt('2026-11-24T09:00:00Z')
  clerk = await signIn(app, 'k.schroeder')
  author = await signIn(app, 'e.rathjen')
  id = await caseFromExample(app, clerk, service, 'complete')
})
afterAll(async () => {
  await app.stop()
  rmSync(templatesDir, { recursive: true })
})

const map = () => join(templatesDir, service, 'fields.json')
const form = () => join(templatesDir, service, 'form.pdf')
const ruleSetPage = () => visit(author, paths.ruleSet('gewerbeanmeldung@2026-11-20')).then(({ text }) => text)
const handOver = () => clerk.api('POST', `/api/case-files/${id}/hand-over`, {})

describe('a form while the server runs', () => {
  it('is said to fit, where authors read its rule set', async () => {
    expect((await app.app.get(FormsInUse).of(service)).problems).toEqual([])
    expect(await ruleSetPage()).toMatch(/Formular<\/dt><dd[^>]*>passt</)
  })

  it('that no longer fits its map is shown to authors and stops the hand-over, of this service alone', async () => {
    const whole = readFileSync(map(), 'utf8')
    writeFileSync(map(), whole.replace('"Tätigkeit"', '"Tätigkeiten"'))
    expect(await ruleSetPage()).toContain('passt nicht, es wird nichts übergeben')
    const refused = await handOver()
    expect([refused.status, refused.json<{ code: string }>().code]).toEqual([422, 'formDoesNotFit'])
    expect((await app.app.get(FormsInUse).of('hundesteuer')).problems).toEqual([])
    writeFileSync(map(), whole)
  })

  it('that cannot be read does the same, and the whole one is taken without a restart', async () => {
    const whole = readFileSync(form())
    writeFileSync(form(), whole.subarray(0, 2_000))
    expect((await handOver()).json<{ code: string }>().code).toBe('formDoesNotFit')
    writeFileSync(form(), whole)
    const made = await handOver()
    expect(made.status).toBe(200)
  })
})
