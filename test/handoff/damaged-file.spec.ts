import { rmSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { FileStore } from '../../src/platform/file-store.js'
import { paths } from '../../src/web/paths.js'
import { show } from '../casework/support/desk-app.js'
import { startApp, type TestApp } from '../support/app.js'
import { signIn, type Client } from '../support/client.js'
import { aPhoto } from './support/scans.js'

let app: TestApp
let clerk: Client
let id: string
let photo: Buffer
beforeAll(async () => {
  app = await startApp({ logLevel: 'silent' })
  clerk = await signIn(app, 'k.schroeder')
})
afterAll(() => app.stop())

/** A case with one scan of more than a chunk, and where it lies. */
let scan: { id: string; path: string; plates: string }
beforeEach(async () => {
  const opened = await clerk.api('POST', '/api/case-files', { service: 'wohngeld' })
  id = opened.json<{ caseFile: { id: string } }>().caseFile.id
  photo = await aPhoto('jpeg', { width: 1200, height: 1600 }, 90)
  const datei = new File([new Uint8Array(photo)], 'lohn.jpg')
  await clerk.upload(paths.uploads(id, 'antragsformular'), { datei })
  const [upload] = (await show(clerk, id)).uploads
  const pathOf = async (sha256: string) => (await app.app.get(FileStore).lend(sha256)).path
  scan = { id: upload!.id, path: await pathOf(upload!.sha256), plates: await pathOf(upload!.plates!) }
})

const alter = (at: number, path = scan.path) => {
  const bytes = readFileSync(path)
  bytes.set([bytes.at(at)! ^ 1], at < 0 ? bytes.length + at : at)
  writeFileSync(path, bytes)
}
const handOver = () => clerk.api('POST', `/api/case-files/${id}/hand-over`, { reason: 'Der Eingang zählt.' })
const download = () =>
  fetch(app.url + paths.upload(id, scan.id), {
    headers: { cookie: clerk.cookieHeader, accept: 'application/json' },
  })

test.each([
  ['missing', () => rmSync(scan.path)],
  ['altered at its start', () => alter(200)],
])('a scan that is %s is told, when it is opened and when it is handed over', async (_, damage) => {
  damage()
  const reply = await download()
  expect(reply.status).toBe(500)
  expect(await reply.json()).toMatchObject({
    code: 'fileDamaged',
    detail: expect.stringContaining('beschädigt oder fehlt'),
  })
  expect((await handOver()).json()).toMatchObject({
    code: 'scanDamaged',
    detail: expect.stringContaining('„lohn.jpg“ ist beschädigt oder fehlt'),
  })
  expect((await show(clerk, id)).caseFile.state).toBe('inProgress')
})

test('a scan that is altered at its end is never taken for whole', async () => {
  alter(-1)
  await expect(download().then((reply) => reply.arrayBuffer())).rejects.toThrow('terminated')
  expect((await handOver()).json()).toMatchObject({ code: 'scanDamaged' })
})

test('pages of a scan that are altered at their end are never taken for whole', async () => {
  alter(-1, scan.plates)
  expect((await handOver()).json()).toMatchObject({ code: 'scanDamaged' })
})

test('taken off and added again, it is handed over', async () => {
  alter(200)
  await clerk.api('DELETE', `/api/case-files/${id}/uploads/${scan.id}`)
  const datei = new File([new Uint8Array(photo)], 'lohn.jpg')
  await clerk.upload(paths.uploads(id, 'antragsformular'), { datei })
  expect((await handOver()).status).toBe(200)
})
