import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { paths } from '../../src/web/paths.js'
import { startApp, type TestApp } from '../support/app.js'
import { signIn, type Client } from '../support/client.js'

let app: TestApp
let clerk: Client
let caseworker: Client
let id: string
beforeAll(async () => {
  app = await startApp()
  clerk = await signIn(app, 'k.schroeder')
  caseworker = await signIn(app, 'b.moeller')
  const opened = await clerk.api('POST', '/api/case-files', { service: 'wohnsitz-anmeldung' })
  id = opened.json<{ caseFile: { id: string } }>().caseFile.id
})
afterAll(() => app.stop())

const nobody = '01900000-0000-7000-8000-000000000000'
const point = { about: { kind: 'question', id: 'einzugsdatum' }, text: 'fehlt' }

test.each([
  ['GET', '', undefined],
  ['POST', '/accept', {}],
  ['POST', '/return', { deficiencies: [point] }],
  ['POST', '/return', { deficiencies: [{ ...point, about: { kind: 'rule', id: 'gibt-es-nicht' } }] }],
])(
  'a case at the office is for its department one that does not exist: %s %s',
  async (method, step, body) => {
    const foreign = await caseworker.api(method, `/api/inbox/${id}${step}`, body)
    const missing = await caseworker.api(method, `/api/inbox/${nobody}${step}`, body)
    expect([foreign.status, foreign.text]).toEqual([404, missing.text])
  },
)

test.each([paths.package, paths.inboxCase])('so are its pages and its package', async (path) => {
  expect((await caseworker.get(path(id))).status).toBe(404)
})
