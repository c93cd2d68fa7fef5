import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { fastify, type FastifyInstance } from 'fastify'
import { serveAssets } from '../../src/web/serve-assets.js'

let server: FastifyInstance
beforeAll(async () => {
  server = fastify()
  await serveAssets(server)
})
afterAll(() => server.close())

const get = (url: string) => server.inject({ url })

test.each([
  ['/assets/kern/kern.min.css', 'text/css'],
  ['/assets/kern/fonts/noto-sans/NotoSans-Regular.woff2', 'font/woff2'],
  ['/assets/eigen/desk.css', 'text/css'],
  ['/assets/eigen/saving.js', 'javascript'],
  ['/assets/eigen/zeichen.svg', 'image/svg+xml'],
  ['/assets/htmx/htmx.min.js', 'javascript'],
])('%s is served', async (url, type) => {
  const { statusCode, headers } = await get(url)
  expect([statusCode, headers['content-type']]).toEqual([200, expect.stringContaining(type)])
})

test.each([
  '/assets/kern/kern.css',
  '/assets/kern/js/kern-kopfzeile.js',
  '/assets/htmx/htmx.js',
  '/assets/eigen/../layout.tsx',
  '/assets/eigen/..%2Flayout.tsx',
  '/assets/kern/..%2F..%2Fpackage.json',
])('%s is not', async (url) => {
  expect((await get(url)).statusCode).toBeGreaterThanOrEqual(400)
})

test('the style sheets name no file that is not served, and no foreign host', async () => {
  for (const sheet of ['fonts', 'desk', 'checklist', 'rules', 'print']) {
    const { body } = await get(`/assets/eigen/${sheet}.css`)
    expect(body).not.toMatch(/https?:|@import/)
    for (const [, url] of body.matchAll(/url\('([^']+)'\)/g)) expect((await get(url!)).statusCode).toBe(200)
  }
})
