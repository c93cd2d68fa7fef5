import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { paths } from '../../src/web/paths.js'
import { startApp, type TestApp } from '../support/app.js'
import { Client, signIn } from '../support/client.js'

let app: TestApp
let client: Client
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())
beforeEach(async () => {
  client = await signIn(app, 'k.schroeder')
})

const stillSignedIn = async () => (await client.get('/')).headers.get('location') === '/vorgaenge'

test('every page forbids what is not its own', async () => {
  for (const path of ['/anmelden', '/', '/gibt-es-nicht', '/assets/kern/kern.min.css', '/api/session']) {
    const { headers } = await client.get(path)
    const policy = headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("form-action 'self'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toBeNull()
  }
})

test('nothing with data in it is stored by browsers', async () => {
  for (const path of ['/anmelden', '/', '/gibt-es-nicht', '/api/session', '/health'])
    expect((await client.get(path)).headers.get('cache-control')).toBe('no-store')
})

test('style sheets and scripts are there, without a session', async () => {
  for (const path of ['/assets/kern/kern.min.css', '/assets/htmx/htmx.min.js', '/assets/eigen/desk.css']) {
    const reply = await fetch(app.url + path)
    expect(reply.status).toBe(200)
    expect(reply.headers.get('set-cookie')).toBeNull()
  }
})

test('nothing else of the packages is served', async () => {
  for (const path of [
    '/assets/kern/../package.json',
    '/assets/kern/%2e%2e/package.json',
    '/assets/htmx/htmx.js.map',
  ])
    expect((await fetch(app.url + path)).status).toBe(404)
})

test('a change with the token goes through', async () => {
  expect((await client.post('/abmelden')).status).toBe(303)
  expect(await stillSignedIn()).toBe(false)
})

test.each([
  ['no token', ''],
  ['a made-up token', 'abcdefgh-ijklmnopqrstuvwxyz'],
])('a change with %s does not', async (_, token) => {
  client.csrfToken = token
  const reply = await client.post('/abmelden')
  expect(reply.status).toBe(403)
  expect(reply.text).toContain('Laden Sie sie neu')
  expect(reply.text).toContain('Käthe Schröder')
  expect(await stillSignedIn()).toBe(true)
})

test('the token of another session does not count', async () => {
  client.csrfToken = (await signIn(app, 'j.buehring')).csrfToken
  expect((await client.api('DELETE', '/api/session')).status).toBe(403)
  expect(await stillSignedIn()).toBe(true)
})

test.each([
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'https://evil.example' },
  { origin: 'null' },
])('what another site sends is refused even with the token: %j', async (headers) => {
  const reply = await client.api('DELETE', '/api/session', undefined, headers)
  expect(reply.status).toBe(403)
  expect(reply.json()).toMatchObject({ code: 'request.foreignSite' })
  expect(await stillSignedIn()).toBe(true)
})

test('our own pages name our own origin', async () => {
  const reply = await client.api('DELETE', '/api/session', undefined, { origin: app.url })
  expect(reply.status).toBe(204)
})

test('a form of another site cannot sign anyone in: without a token only JSON may', async () => {
  const body = new URLSearchParams({ signInName: 'k.schroeder', password: 'nur-zur-vorfuehrung' })
  const reply = await fetch(`${app.url}/api/session`, { method: 'POST', body })
  expect(reply.status).toBe(401)
})

test.each([
  ['a valid token', 404],
  ['no token', 403],
])('a form with files and %s is answered with %i', async (token, status) => {
  if (token === 'no token') client.csrfToken = ''
  const path = paths.uploads('0190d5a0-0000-7000-8000-000000000000', 'ausweis')
  expect((await client.upload(path, { datei: new File(['%PDF-1.7'], 'a.pdf') })).status).toBe(status)
})

test.each([
  [
    'that ends in the middle of a file',
    '--x\r\nContent-Disposition: form-data; name="datei"; filename="a.pdf"\r\n\r\n%PDF',
  ],
  ['that ends in the middle of a header', '--x\r\nContent-Disposition: form-'],
])('a form with files %s is told so', async (_, body) => {
  const opened = await client.api('POST', '/api/case-files', { service: 'wohngeld' })
  const { id } = opened.json<{ caseFile: { id: string } }>().caseFile
  const reply = await fetch(`${app.url}/api/case-files/${id}/evidence/antragsformular/uploads`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'multipart/form-data; boundary=x',
      'x-csrf-token': client.csrfToken,
      cookie: client.cookieHeader,
    },
  })
  expect(reply.status).toBe(400)
})

test('files are taken only where they are expected: the token could not be checked', async () => {
  client.csrfToken = ''
  const reply = await client.upload('/abmelden', { datei: new File(['x'], 'x.txt') })
  expect(reply.status).toBe(415)
  expect(await stillSignedIn()).toBe(true)
})
