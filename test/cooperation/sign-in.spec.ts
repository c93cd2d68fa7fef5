import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { AuditTrail } from '../../src/platform/audit-trail.js'
import { startApp, type TestApp } from '../support/app.js'
import { Client, demonstrationPassword, signIn } from '../support/client.js'

let app: TestApp
let client: Client
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())
beforeEach(() => {
  client = new Client(app.url)
})

const token = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)![1]!

/** Fills in the page as a browser without JavaScript does. */
const enter = async (signInName: string, password: string, page = '/anmelden') => {
  const { text } = await client.get(page)
  client.csrfToken = token(text)
  const next = /name="next" value="([^"]*)"/.exec(text)![1]!
  return client.post('/anmelden', { signInName, password, next })
}

const setDisabled = (signInName: string, at: Date | null) =>
  app.database.query('update staff set disabled_at = $2 where sign_in_name = $1', [signInName, at])

test('with name and password one comes to where the work lies', async () => {
  const reply = await enter('K.Schroeder ', demonstrationPassword)
  expect([reply.status, reply.headers.get('location')]).toEqual([303, '/'])
  expect((await client.get('/')).headers.get('location')).toBe('/vorgaenge')
})

test('each role begins elsewhere', async () => {
  expect((await (await signIn(app, 'w.fruendt')).get('/')).headers.get('location')).toBe('/posteingang')
  expect((await (await signIn(app, 'm.thiessen')).get('/')).text).toContain('Marlies Thießen')
})

test('who is not signed in is led to the page, and after it to where they wanted', async () => {
  const away = await client.get('/vorgaenge?seite=2')
  expect([away.status, away.headers.get('location')]).toEqual([
    303,
    '/anmelden?next=%2Fvorgaenge%3Fseite%3D2',
  ])
  const reply = await enter('k.schroeder', demonstrationPassword, '/anmelden?next=%2Fvorgaenge%3Fseite%3D2')
  expect(reply.headers.get('location')).toBe('/vorgaenge?seite=2')
})

test('who sends a form after the session ended is led back to its page', async () => {
  const reply = await client.post('/abmelden', {}, { referer: `${app.url}/vorgaenge?seite=2` })
  expect(reply.status).toBe(401)
  expect(reply.text).toContain('href="/anmelden?next=%2Fvorgaenge%3Fseite%3D2"')
})

test.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/a\r\nb'])(
  'nobody is led to %j after it',
  async (next) => {
    const { text } = await client.get('/anmelden')
    client.csrfToken = token(text)
    const reply = await client.post('/anmelden', {
      signInName: 'k.schroeder',
      password: demonstrationPassword,
      next,
    })
    expect(reply.headers.get('location')).toBe('/')
  },
)

test('a wrong password, an unknown name and a disabled account look the same', async () => {
  await setDisabled('t.groth', new Date())
  const texts = [
    await enter('j.pruess', 'falsch'),
    await enter('niemand', demonstrationPassword),
    await enter('t.groth', demonstrationPassword),
  ].map(({ status, text }) => [status, /class="kern-title">([^<]*)/.exec(text)?.[1]])
  await setDisabled('t.groth', null)
  expect(new Set(texts.map(String))).toEqual(new Set(['422,Anmeldename oder Kennwort stimmt nicht.']))
})

test('the password is never shown again, the name is', async () => {
  const { text } = await enter('<b>k.schroeder', 'falsches-kennwort')
  expect(text).toContain('value="&lt;b>k.schroeder"')
  expect(text).not.toContain('falsches-kennwort')
})

test('after five failures one has to wait, even with the right password; after that it works', async () => {
  for (let failure = 1; failure <= 5; failure++) expect((await enter('s.luebbe', 'falsch')).status).toBe(422)
  const reply = await enter('s.luebbe', demonstrationPassword)
  expect(reply.status).toBe(429)
  expect(reply.text).toContain('Bitte in einer Minute noch einmal versuchen.')
  await signIn(app, 'm.nowak')
  app.clock.passMinutes(1.1)
  expect((await enter('s.luebbe', demonstrationPassword)).status).toBe(303)
})

test('many guesses at once are no way around it', async () => {
  const guesses = Array.from({ length: 12 }, () =>
    new Client(app.url).api('POST', '/api/session', { signInName: 'f.piehl', password: 'falsch' }),
  )
  const statuses = (await Promise.all(guesses)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 401)).toHaveLength(5)
  expect(statuses.filter((status) => status === 429)).toHaveLength(7)
})

test('many who know the password come in at once', async () => {
  await Promise.all(Array.from({ length: 12 }, () => signIn(app, 'd.voss')))
})

test('a page that was open over night asks to sign in once more', async () => {
  client.csrfToken = token((await client.get('/anmelden')).text)
  app.clock.passMinutes(600)
  const fields = { signInName: 'k.schroeder', password: demonstrationPassword }
  const reply = await client.post('/anmelden', fields)
  expect(reply.status).toBe(401)
  expect(reply.text).toContain('Die Seite war lange geöffnet.')
  client.csrfToken = token(reply.text)
  expect((await client.post('/anmelden', fields)).status).toBe(303)
})

test('a disabled account is out at once, and comes back with its session over', async () => {
  const colleague = await signIn(app, 'a.yildiz')
  await setDisabled('a.yildiz', new Date())
  expect((await colleague.api('GET', '/api/case-files')).status).toBe(401)
  await expect(signIn(app, 'a.yildiz')).rejects.toThrow('401')
  await setDisabled('a.yildiz', null)
})

test('signing out ends the session for every window, and empties the browser', async () => {
  await client.signIn('k.schroeder')
  const otherWindow = new Client(app.url)
  otherWindow.cookieHeader = client.cookieHeader
  const reply = await client.post('/abmelden')
  expect(client.cookieHeader).toBe('')
  expect(reply.headers.get('clear-site-data')).toBe('"cookies", "storage"')
  expect((await otherWindow.get('/vorgaenge')).headers.get('location')).toBe('/anmelden?next=%2Fvorgaenge')
})

test('the API tells who is signed in', async () => {
  expect((await client.api('GET', '/api/session')).json()).toMatchObject({ actor: null })
  const actor = await client.signIn('a.yildiz')
  expect(actor).toMatchObject({
    name: 'Ayşe Yıldız',
    roles: ['clerk'],
    authorityName: 'Landkreis Ludwigslust-Parchim',
    placeName: 'Bürgerbüro Boizenburg',
    departmentId: null,
  })
  expect((await client.api('GET', '/api/session')).json()).toMatchObject({ actor })
})

test('each sign-in is recorded', async () => {
  const actor = await client.signIn('e.rathjen')
  const [entry] = await app.app.get(AuditTrail).of({ kind: 'staff', id: actor.staffId })
  expect(entry).toMatchObject({ action: 'staff.signedIn', actor: { name: 'Elisabeth Rathjen' } })
})

test('one password tried on many names is slowed down as well', async () => {
  await client.signIn('k.schroeder')
  const guess = (name: string) =>
    new Client(app.url).api('POST', '/api/session', { signInName: name, password: 'Sommer2026!' })
  const atOnce = await Promise.all(Array.from({ length: 35 }, (_, name) => guess(`name${name}`)))
  expect(atOnce.filter(({ status }) => status === 401)).toHaveLength(30)
  expect((await guess('name31')).status).toBe(429)
  app.clock.passMinutes(1.1)
  expect((await guess('name31')).status).toBe(401)
  app.clock.passMinutes(2.1)
  await signIn(app, 'k.schroeder')
})

test('a refused sign-in stands in the log, with an account that there is and without what was typed', async () => {
  const warnings: string[] = []
  const silent = () => undefined
  app.app.useLogger({ log: silent, error: silent, warn: (text: string) => void warnings.push(text) })
  await enter('J.Pruess', 'falsch')
  await enter('mein-kennwort', 'falsch')
  expect(warnings).toEqual([
    'sign-in refused: j.pruess, from 127.0.0.1',
    'sign-in refused: a name that nobody has, from 127.0.0.1',
  ])
})
