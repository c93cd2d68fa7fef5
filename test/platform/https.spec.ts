import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'

let app: TestApp
beforeAll(async () => {
  app = await startApp({ publicUrl: 'https://lotse.example', trustedProxies: '127.0.0.1' })
})
afterAll(() => app.stop())

test('behind https the cookie is bound to this host and secure, and browsers stay with https', async () => {
  const reply = await fetch(`${app.url}/anmelden`, { headers: { 'x-forwarded-proto': 'https' } })
  expect(reply.headers.get('set-cookie')).toMatch(
    /^__Host-sitzung=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
  expect(reply.headers.get('strict-transport-security')).toContain('max-age=31536000')
})
