import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { Client, signIn } from '../support/client.js'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

test('the state of the server is shown to operators, its life to everyone', async () => {
  expect((await new Client(app.url).api('GET', '/health')).json()).toEqual({ status: 'up' })
  expect((await new Client(app.url).api('GET', '/api/health')).status).toBe(401)
  expect((await (await signIn(app, 'k.schroeder')).api('GET', '/api/health')).status).toBe(403)
  const reply = await (await signIn(app, 'b.wuestenberg')).api('GET', '/api/health')
  expect(reply.json()).toMatchObject({ status: 'up', database: { status: 'up' } })
})

test('a role that is taken away is gone with the next request', async () => {
  const operator = await signIn(app, 'b.wuestenberg')
  await app.database.query(`update staff set roles = '{dataProtection}' where sign_in_name = 'b.wuestenberg'`)
  expect((await operator.api('GET', '/api/health')).status).toBe(403)
  await app.database.query(`update staff set roles = '{operator}' where sign_in_name = 'b.wuestenberg'`)
})

test('pages tell people in German that a task is not theirs', async () => {
  const reply = await (await signIn(app, 'm.thiessen')).get('/vorgaenge')
  expect(reply.status).toBe(403)
  expect(reply.text).toContain('Diese Aufgabe gehört nicht zu Ihren Rollen.')
})

test('every route asks who is there, unless it says that it is public', async () => {
  const stranger = new Client(app.url)
  const document = (await stranger.api('GET', '/api/openapi.json')).json<{ paths: Record<string, object> }>()
  const asked = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => [method.toUpperCase(), path.replace(/\{\w+\}/g, 'x')] as const),
  )
  await stranger.get('/anmelden')
  stranger.csrfToken = (await stranger.api('GET', '/api/session')).json<{ csrfToken: string }>().csrfToken
  for (const [method, path] of asked.filter(([, path]) => path !== '/api/session')) {
    const { status } = await stranger.api(method, path)
    expect(`${method} ${path} ${status}`).toMatch(/ (401|415)$/)
  }
  expect(asked.length).toBeGreaterThan(5)
})
