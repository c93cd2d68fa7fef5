import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { signIn } from '../support/client.js'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

test('who signs in begins with their cases', async () => {
  const client = await signIn(app, 'k.schroeder')
  expect((await client.get('/')).headers.get('location')).toBe('/vorgaenge')
})
