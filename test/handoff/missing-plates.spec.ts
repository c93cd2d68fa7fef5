import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { uploadTable } from '../../src/casework/case-file.table.js'
import type { Upload } from '../../src/casework/case-file.js'
import { Database } from '../../src/platform/database.js'
import { FileStore } from '../../src/platform/file-store.js'
import { startApp, type TestApp } from '../support/app.js'
import { signIn, type Client } from '../support/client.js'
import { aPdf } from './support/scans.js'

let app: TestApp
let clerk: Client
beforeAll(async () => {
  app = await startApp()
  clerk = await signIn(app, 'k.schroeder')
})
afterAll(() => app.stop())

const uploadsOf = (caseFileId: string): Promise<Upload[]> =>
  app.app.get(Database).reader.findBy(uploadTable, { caseFileId })

const change = (id: string, to: { plates?: null; redrawn?: []; sha256?: string }) =>
  app.app.get(Database).change((tx) => tx.manager.update(uploadTable, { id }, to))

/** A case with a scan as it was taken in before there were plates. */
async function caseFromBefore(text: string): Promise<{ id: string; upload: Upload }> {
  const opened = await clerk.api('POST', '/api/case-files', { service: 'wohngeld' })
  const { id } = opened.json<{ caseFile: { id: string } }>().caseFile
  const datei = new File([new Uint8Array(await aPdf({ pages: 2, text }))], 'antrag.pdf')
  await clerk.upload(`/vorgaenge/${id}/nachweise/antragsformular/dateien`, { datei })
  const { plates, redrawn } = (await uploadsOf(id))[0]!
  expect([plates !== null, redrawn]).toEqual([true, [{ why: 'content', from: 1, to: 2 }]])
  const [upload] = await uploadsOf(id)
  await change(upload!.id, { plates: null, redrawn: [] })
  return { id, upload: upload! }
}

const handOver = (id: string) =>
  clerk.api('POST', `/api/case-files/${id}/hand-over`, { reason: 'Der Eingang zählt.' })

test('a scan from before there were plates gets them at its hand-over', async () => {
  const { id } = await caseFromBefore('Antrag')
  expect((await handOver(id)).status).toBe(200)
  const [upload] = await uploadsOf(id)
  expect(upload).toMatchObject({ redrawn: [{ why: 'content', from: 1, to: 2 }] })
  expect(upload!.plates).toMatch(/^[0-9a-f]{64}$/)
})

test('a scan of which none can be made stops the hand-over and says which and what to do', async () => {
  const { id, upload } = await caseFromBefore('Anderer Antrag')
  const { sha256 } = await app.app.get(FileStore).put(Buffer.from('%PDF-1.7\nno PDF'))
  await change(upload.id, { sha256 })
  const reply = await handOver(id)
  expect(reply.status).toBeGreaterThanOrEqual(400)
  expect(reply.text).toContain('Der Scan „antrag.pdf“ lässt sich nicht in das Paket übernehmen.')
  expect((await uploadsOf(id))[0]!.plates).toBeNull()
})
