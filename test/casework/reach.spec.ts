import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { paths } from '../../src/web/paths.js'
import type { TestApp } from '../support/app.js'
import { Client, signIn } from '../support/client.js'
import { openCase, show, startDesk, visit } from './support/desk-app.js'

let app: TestApp
let kaethe: Client
let id: string
beforeAll(async () => {
  app = await startDesk()
  kaethe = await signIn(app, 'k.schroeder')
  id = (await openCase(kaethe)).caseFile.id
})
afterAll(() => app.stop())

const nobody = '01900000-0000-7000-8000-000000000000'

describe('a clerk of another office', () => {
  test.each([
    ['GET', '', undefined],
    ['PUT', '/answers/mietet', { value: true, revision: 0 }],
    ['DELETE', '/answers/mietet?revision=0', undefined],
    ['PUT', '/evidence/ausweis', { seen: 'originalSeen', revision: 0 }],
    ['PUT', '/applicant', { name: 'Müller' }],
    ['POST', '/finish', {}],
    ['POST', '/withdraw', { reason: 'weil' }],
    ['POST', '/resume', undefined],
    ['POST', '/settled-points', { kind: 'rule', id: 'x' }],
    ['GET', '/timeline', undefined],
    ['GET', `/uploads/${nobody}`, undefined],
    ['DELETE', `/uploads/${nobody}`, undefined],
  ])('gets the 404 of a missing case for %s %s', async (method, path, body: object | undefined) => {
    const other = await signIn(app, 'm.nowak')
    const foreign = await other.api(method, `/api/case-files/${id}${path}`, body)
    const missing = await other.api(method, `/api/case-files/${nobody}${path}`, body)
    expect([foreign.status, foreign.text]).toEqual([404, missing.text])
    expect((await show(kaethe, id)).caseFile.version).toBe(1)
  })

  test.each([paths.case, paths.review, paths.history])('gets the page of a missing case', async (path) => {
    const other = await signIn(app, 'm.nowak')
    const reply = await other.get(path(id))
    expect(reply.status).toBe(404)
    expect(reply.text).toContain('Nicht gefunden')
  })

  test('posts to a foreign case in vain', async () => {
    const other = await signIn(app, 'm.nowak')
    await visit(other, paths.cases)
    for (const path of [paths.answer(id, 'mietet'), paths.evidence(id, 'ausweis'), paths.applicant(id)])
      expect((await other.post(path, { antwort: 'ja', seen: 'originalSeen', revision: '0' })).status).toBe(
        404,
      )
  })

  test('opens a case of their own where the form names the id of a foreign one', async () => {
    const other = await signIn(app, 'm.nowak')
    await visit(other, paths.newCase)
    const reply = await other.post(paths.newCase, { leistung: 'wohngeld', kennung: id })
    expect(reply.status).toBe(303)
    expect(reply.headers.get('location')).not.toContain(id)
  })

  test('finds only the cases of their own office', async () => {
    const other = await signIn(app, 'm.nowak')
    const found = (await other.api('GET', '/api/case-files')).json<{ id: string }[]>()
    expect(found.map((one) => one.id)).not.toContain(id)
  })
})

test('an id in capitals is none: the case opened is one that can be found', async () => {
  await visit(kaethe, paths.newCase)
  const kennung = '019A0000-0000-7000-8000-00000000ABCD'
  const opened = await kaethe.post(paths.newCase, { leistung: 'wohngeld', kennung })
  expect((await kaethe.get(opened.headers.get('location')!)).status).toBe(200)
})

test('a field asked for twice is none', async () => {
  expect((await kaethe.get(`${paths.case(id)}?offen=frage-mietet&offen=frage-mietet`)).status).toBe(200)
})

test('what is no id is not found either', async () => {
  for (const wrong of ['1', "'; drop table case_file; --", nobody.toUpperCase()])
    expect((await kaethe.get(paths.case(encodeURIComponent(wrong)))).status).toBe(404)
})

test('a caseworker has no business at the counter', async () => {
  const caseworker = await signIn(app, 'r.koepcke')
  expect((await caseworker.api('GET', '/api/case-files')).status).toBe(403)
  expect((await caseworker.api('POST', '/api/case-files', { service: 'wohngeld' })).status).toBe(403)
})

test('who is not signed in is led to the sign-in page, programs are told', async () => {
  const stranger = new Client(app.url)
  expect((await stranger.get(paths.case(id))).headers.get('location')).toContain(paths.signIn)
  expect((await stranger.api('GET', `/api/case-files/${id}`)).status).toBe(401)
})

test('a change without the token of the session is refused', async () => {
  const client = await signIn(app, 'k.schroeder')
  client.csrfToken = 'x'
  expect((await client.post(paths.answer(id, 'mietet'), { antwort: 'ja', revision: '0' })).status).toBe(403)
  expect((await show(kaethe, id)).caseFile.answers).toEqual({})
})
