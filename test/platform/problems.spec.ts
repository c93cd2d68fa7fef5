import type { FileHandle } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { problemDetails, statusOf } from '../../src/platform/http/problem-details.js'
import { writeChunks } from '../../src/platform/write-chunks.js'
import { startApp, type TestApp } from '../support/app.js'
import { Client, signIn } from '../support/client.js'

let app: TestApp
beforeAll(async () => {
  app = await startApp({ logLevel: 'silent' })
})
afterAll(() => app.stop())

interface Problem {
  readonly status: number
  readonly title: string
  readonly errors?: { pointer: string; detail: string }[]
}

const post = (body: string, type = 'application/json') =>
  fetch(`${app.url}/api/session`, { method: 'POST', body, headers: { 'content-type': type } })

test('programs get problem details that name each place and repeat no value', async () => {
  const reply = await post(JSON.stringify({ signInName: 4711, password: 'x'.repeat(300), secret: 'hello' }))
  expect(reply.status).toBe(422)
  expect(reply.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const text = await reply.text()
  const problem = JSON.parse(text) as Problem
  expect(problem.errors?.map(({ pointer }) => pointer).toSorted()).toEqual([
    '#/password',
    '#/secret',
    '#/signInName',
  ])
  expect(problem.errors?.find(({ pointer }) => pointer === '#/secret')?.detail).toBe(
    'Diese Angabe ist nicht vorgesehen.',
  )
  expect(text).not.toMatch(/4711|xxx|hello|must be|at /)
})

test.each([
  ['{"signInName":', 400],
  ['{"__proto__": {"roles": ["operator"]}}', 400],
  ['[]', 422],
  ['"text"', 422],
  ['null', 422],
  ['', 400],
  [`{"signInName":"${'x'.repeat(1_100_000)}"}`, 413],
])('a body that is not what it should be: %.30s', async (body, status) => {
  const reply = await post(body)
  expect(reply.status).toBe(status)
  expect((await reply.json()) as Problem).toMatchObject({ status, type: 'about:blank' })
})

test('a kind of body that nobody reads is 415', async () => {
  expect((await post('<a/>', 'application/xml')).status).toBe(415)
})

test('what does not exist is problem details for programs and a page for people', async () => {
  const client = await signIn(app, 'k.schroeder')
  const forPrograms = await client.api('GET', '/api/gibt-es-nicht')
  expect(forPrograms.json<Problem>()).toEqual({ type: 'about:blank', title: 'Nicht gefunden', status: 404 })
  const forPeople = await client.get('/gibt-es-nicht')
  expect(forPeople.status).toBe(404)
  expect(forPeople.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(forPeople.text).toContain('Nicht gefunden')
  expect(forPeople.text).toContain('data-person="Käthe Schröder"')
  expect((await new Client(app.url).get('/gibt-es-nicht')).text).not.toContain('Abmelden')
})

test('an address that cannot be read is a problem too, and is not repeated', async () => {
  const reply = await new Client(app.url).get('/geheim/%E0%A4%A')
  expect(reply.status).toBe(400)
  expect(reply.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(reply.text).not.toContain('geheim')
})

test.each([
  ['U+0000', 'k\0schroeder'],
  ['half of a surrogate pair', 'k\ud800schroeder'],
])('a text with %s is refused before anything is done with it', async (_, signInName) => {
  expect((await post(JSON.stringify({ signInName, password: 'x' }))).status).toBe(422)
})

test('so is one in an address, and a name given twice does no harm', async () => {
  const client = await signIn(app, 'k.schroeder')
  expect((await client.get('/vorgaenge?suche=%00')).status).toBe(422)
  expect((await client.get('/vorgaenge?suche=a&suche=%00')).status).toBe(422)
  expect((await client.get('/vorgaenge?suche=a&suche=b')).status).toBe(200)
})

test.each(['null', '"text"', '[]', '7'])(
  'a page that is sent %s instead of its form refuses it',
  async (body) => {
    const client = await signIn(app, 'k.schroeder')
    const headers = {
      'content-type': 'application/json',
      'x-csrf-token': client.csrfToken,
      cookie: client.cookieHeader,
    }
    const reply = await fetch(`${app.url}/vorgaenge/neu`, { method: 'POST', body, headers })
    expect(reply.status).toBe(422)
  },
)

test('a body nested without end is refused', async () => {
  const nested = '['.repeat(100_000) + ']'.repeat(100_000)
  expect((await post(`{"signInName":"a","password":${nested}}`)).status).toBe(422)
})

test('a fault inside says that it is one, and nothing else', async () => {
  const client = await signIn(app, 'b.wuestenberg')
  await app.database.query('alter table authority rename to authority_away')
  try {
    const reply = await client.api('GET', '/api/health')
    expect(reply.status).toBe(500)
    expect(reply.json()).toEqual({ type: 'about:blank', title: 'Ein Fehler im Programm', status: 500 })
  } finally {
    await app.database.query('alter table authority_away rename to authority')
  }
  expect((await client.api('GET', '/api/health')).status).toBe(200)
})

test('the API describes itself, and only itself', async () => {
  const document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as {
    openapi: string
    paths: object
  }
  expect(document.openapi).toMatch(/^3\./)
  expect(Object.keys(document.paths)).toContain('/api/session')
  expect(Object.keys(document.paths).every((path) => path.startsWith('/api/'))).toBe(true)
})

test.each([
  ['the files', Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })],
  ['the database', { driverError: { code: '53100' } }],
])('a full disk of %s is no fault of the program, and is told as what it is', (_, error) => {
  expect(problemDetails(statusOf(error), error)).toMatchObject({
    status: 503,
    code: 'noSpace',
    detail: expect.stringContaining('kein Platz mehr'),
  })
})

test('so is a disk that takes a part of a file without an error', async () => {
  const takesOne = { writev: () => Promise.resolve({ bytesWritten: 1 }) } as unknown as FileHandle
  const writing = writeChunks(takesOne, Buffer.alloc(32), Buffer.alloc(200_000))
  expect(statusOf(await writing.catch((error: unknown) => error))).toBe(503)
})
