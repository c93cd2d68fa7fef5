import { copyFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Upload } from '../../src/casework/case-file.js'
import type { CaseFileView } from '../../src/casework/http/case-file-view.js'
import { SweepFiles } from '../../src/handoff/sweep-files.js'
import { FileStore } from '../../src/platform/file-store.js'
import { startApp, type TestApp } from '../support/app.js'
import { signIn, type Client } from '../support/client.js'
import { aPdf } from '../support/scans.js'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const files = (): string[] =>
  readdirSync(app.config.dataDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /[0-9a-f-]{36}(\.enc)?$/.test(name),
  )
const sweep = () => app.app.get(SweepFiles).sweep()

test('a file without a row is gone after an hour, not before; one with a row stays', async () => {
  const clerk = await signIn(app, 'k.schroeder')
  const opened = await clerk.api('POST', '/api/case-files', { service: 'wohngeld' })
  const { id } = opened.json<{ caseFile: { id: string } }>().caseFile
  const path = `/vorgaenge/${id}/nachweise/antragsformular/dateien`
  const datei = new File([new Uint8Array((await aPdf()).buffer)], 'antrag.pdf')
  expect((await clerk.upload(path, { datei })).status).toBe(303)
  const handedOver = await clerk.api('POST', `/api/case-files/${id}/hand-over`, {
    reason: 'Der Eingang zählt.',
  })
  expect(handedOver.status).toBe(200)
  const kept = files()
  // The scan, its plates, the package.
  expect(kept).toHaveLength(3)
  await app.app.get(FileStore).put(Buffer.from('a scan that was taken off its case'))
  for (const folder of ['incoming', join('files', 'incoming')])
    writeFileSync(join(app.config.dataDir, folder, '0190d5a0-0000-7000-8000-000000000000'), 'cut off')
  await sweep()
  expect(files()).toHaveLength(6)
  app.clock.passMinutes(61)
  await sweep()
  expect(files().toSorted()).toEqual(kept.toSorted())
})

async function oneNightLater(clerk: Client, minutes: number): Promise<void> {
  app.clock.passMinutes(minutes)
  await sweep()
  await clerk.signIn('k.schroeder')
}

test('a scan that was taken off its case can be brought back for a day, and is gone for good after it', async () => {
  const clerk = await signIn(app, 'k.schroeder')
  const opened = await clerk.api('POST', '/api/case-files', { service: 'wohngeld' })
  const { id } = opened.json<CaseFileView>().caseFile
  const datei = new File([new Uint8Array((await aPdf('drei.pdf', 3)).buffer)], 'antrag.pdf')
  const reply = await clerk.upload(`/api/case-files/${id}/evidence/antragsformular/uploads`, { datei })
  const sent = reply.json<readonly Upload[]>()
  const upload = `/api/case-files/${id}/uploads/${sent[0]!.id}`
  const before = files()
  await clerk.api('DELETE', upload)
  await oneNightLater(clerk, 23 * 60)
  expect(files().toSorted()).toEqual(before.toSorted())
  expect((await clerk.api('POST', `${upload}/restore`)).json<CaseFileView>().uploads).toEqual(sent)
  await clerk.api('DELETE', upload)
  await oneNightLater(clerk, 24 * 60 + 1)
  expect(files()).toHaveLength(before.length - 2)
  expect((await clerk.api('POST', `${upload}/restore`)).json()).toMatchObject({ code: 'fileGone' })
})

test('a file under a wrong name does not take the right one with it', async () => {
  const clerk = await signIn(app, 'k.schroeder')
  const store = app.app.get(FileStore)
  const scan = Buffer.from((await aPdf('zwei.pdf', 2)).buffer)
  const opened = await clerk.api('POST', '/api/case-files', { service: 'wohngeld' })
  const { id } = opened.json<{ caseFile: { id: string } }>().caseFile
  const datei = new File([scan], 'antrag.pdf')
  const path = `/vorgaenge/${id}/nachweise/antragsformular/dateien`
  expect((await clerk.upload(path, { datei })).status).toBe(303)
  const { sha256 } = await store.put(scan)
  const right = (await store.lend(sha256)).path
  copyFileSync(right, join(dirname(right), `${'0'.repeat(64)}.enc`))
  app.clock.passMinutes(61)
  await sweep()
  expect((await buffer(store.stream(sha256))).equals(scan)).toBe(true)
})

test('a file that is put again in the moment of its removal stays', async () => {
  const store = app.app.get(FileStore)
  const { sha256 } = await store.put(Buffer.from('twice'))
  const anHourAgo = new Date(Date.now() - 3_600_000)
  await store.removePutBefore(anHourAgo, sha256)
  expect((await buffer(store.stream(sha256))).toString()).toBe('twice')
  utimesSync((await store.lend(sha256)).path, 0, 0)
  await store.removePutBefore(anHourAgo, sha256)
  await expect(buffer(store.stream(sha256))).rejects.toThrow('is missing')
})
