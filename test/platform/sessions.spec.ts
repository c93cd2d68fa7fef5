import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import pg from 'pg'
import { startApp, type TestApp } from '../support/app.js'
import { Client, demonstrationPassword, signIn } from '../support/client.js'

let app: TestApp
beforeAll(async () => {
  app = await startApp({ sessionIdleMinutes: 60, sessionHours: 12 })
})
afterAll(() => app.stop())
beforeEach(() => app.clock.startAt(new Date().toISOString()))

const isSignedIn = async (client: Client): Promise<boolean> =>
  (await client.api('GET', '/api/session')).json<{ actor: object | null }>().actor !== null

const sessionId = (client: Client): string =>
  decodeURIComponent(client.cookieHeader.split('=')[1]!).split('.')[0]!

const rowOf = async (client: Client) => {
  const hash = createHash('sha256').update(sessionId(client)).digest()
  const [row] = await app.database.query<{ seen_at: Date; staff_id: string; text: string }>(
    'select seen_at, staff_id, session::text as text from session where id_hash = $1',
    [hash],
  )
  return row
}

test('the database knows a hash of the session id, not the id', async () => {
  const client = await signIn(app, 'k.schroeder')
  const row = await rowOf(client)
  expect(row).toBeDefined()
  expect(row?.text).not.toContain(sessionId(client))
})

test('the cookie goes with the browser and is out of reach of scripts', async () => {
  const reply = await new Client(app.url).get('/anmelden')
  const cookie = reply.headers.get('set-cookie')!
  expect(cookie).toMatch(/^sitzung=/)
  expect(cookie).toContain('HttpOnly')
  expect(cookie).toContain('SameSite=Lax')
  expect(cookie).not.toMatch(/Expires|Max-Age|Domain|Secure/)
})

test('signing in gives a new session id, and the old one is worth nothing', async () => {
  const client = new Client(app.url)
  await client.get('/anmelden')
  const before = client.cookieHeader
  await client.signIn('k.schroeder')
  expect(client.cookieHeader).not.toBe(before)
  client.cookieHeader = before
  expect(await isSignedIn(client)).toBe(false)
})

test('after an hour without a request the session is over', async () => {
  const client = await signIn(app, 'k.schroeder')
  app.clock.passMinutes(59)
  expect(await isSignedIn(client)).toBe(true)
  app.clock.passMinutes(59)
  expect(await isSignedIn(client)).toBe(true)
  app.clock.passMinutes(61)
  expect(await isSignedIn(client)).toBe(false)
})

test('after twelve hours it is over even if someone worked all the time', async () => {
  const client = await signIn(app, 'k.schroeder')
  for (let half = 1; half <= 23; half++) {
    app.clock.passMinutes(30)
    expect(await isSignedIn(client)).toBe(true)
  }
  app.clock.passMinutes(31)
  expect(await isSignedIn(client)).toBe(false)
})

test('the row is written at most once a minute', async () => {
  const client = await signIn(app, 'k.schroeder')
  const before = (await rowOf(client))!.seen_at
  await client.get('/')
  expect((await rowOf(client))!.seen_at).toEqual(before)
  app.clock.passMinutes(2)
  await client.get('/')
  expect((await rowOf(client))!.seen_at.getTime()).toBeGreaterThan(before.getTime() + 60_000)
})

test('a cookie that somebody made up is no session', async () => {
  const client = await signIn(app, 'k.schroeder')
  client.cookieHeader = client.cookieHeader.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
  expect(await isSignedIn(client)).toBe(false)
})

test('sessions that are over are removed at the next sign-in', async () => {
  const client = await signIn(app, 'k.schroeder')
  app.clock.passMinutes(61)
  await signIn(app, 'j.buehring')
  expect(await rowOf(client)).toBeUndefined()
})

test('a page that was under way at the sign-out does not bring the session back', async () => {
  const client = new Client(app.url)
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await client.get('/anmelden')).text)![1]!
  await client.post('/anmelden', { _csrf: csrf, signInName: 'k.schroeder', password: demonstrationPassword })
  const stolen = new Client(app.url)
  stolen.cookieHeader = client.cookieHeader
  const other = new pg.Client({ connectionString: app.database.url })
  await other.connect()
  await other.query('begin')
  await other.query('lock table case_file')
  const underWay = stolen.get('/vorgaenge')
  await oneWaits()
  client.csrfToken = (await client.api('GET', '/api/session')).json<{ csrfToken: string }>().csrfToken
  expect((await client.api('DELETE', '/api/session')).status).toBe(204)
  const cookie = stolen.cookieHeader
  await other.query('commit')
  await other.end()
  expect((await underWay).status).toBe(200)
  stolen.cookieHeader = cookie
  expect(await isSignedIn(stolen)).toBe(false)
})

async function oneWaits(): Promise<void> {
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while ((await app.database.query(waiting)).length === 0) await setTimeout(20)
}
