import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Upload } from '../../src/casework/case-file.js'
import { mostUploads } from '../../src/casework/upload-refusals.js'
import { paths } from '../../src/web/paths.js'
import type { TestApp } from '../support/app.js'
import { signIn, type Client } from '../support/client.js'
import { aPhoto, asFile } from '../support/scans.js'
import { htmx, show, startDesk, visit } from './support/desk-app.js'
import { addCopies, historyOf, openTenantCase, sendScan } from './support/scanned-case.js'

let app: TestApp
let kaethe: Client
let photo: File
beforeAll(async () => {
  app = await startDesk()
  kaethe = await signIn(app, 'k.schroeder')
  photo = asFile(await aPhoto('a.jpg'))
})
afterAll(() => app.stop())

const uploadsOf = async (id: string): Promise<readonly Upload[]> => (await show(kaethe, id)).uploads

async function takenOff(): Promise<readonly [string, Upload]> {
  const id = await openTenantCase(kaethe)
  await sendScan(kaethe, id, photo)
  const [upload] = await uploadsOf(id)
  const reply = await kaethe.post(paths.removeUpload(id, upload!.id), {})
  expect([reply.status, reply.headers.get('location')]).toEqual([303, `${paths.case(id)}#scan-${upload!.id}`])
  return [id, upload!]
}
const restore = (id: string, { id: upload }: Upload, client = kaethe) =>
  client.api('POST', `/api/case-files/${id}/uploads/${upload}/restore`)

test('a scan that was taken off counts nowhere, and stands in its place to be brought back', async () => {
  const [id, upload] = await takenOff()
  const { uploads, removedUploads } = await show(kaethe, id)
  expect([uploads, removedUploads.map(({ name }) => name)]).toEqual([[], ['a.jpg']])
  expect((await kaethe.get(paths.upload(id, upload.id))).status).toBe(404)
  expect((await visit(kaethe, paths.review(id))).text).toContain('>keine</td>')
  const { text } = await visit(kaethe, paths.case(id))
  expect(text).toContain('<span>a.jpg entfernt.</span>')
  expect(text).toContain('aria-label="Entfernen rückgängig machen: a.jpg"')
  const reply = await kaethe.post(paths.restoreUpload(id, upload.id), {})
  expect([reply.status, reply.headers.get('location')]).toEqual([303, `${paths.case(id)}#scan-${upload.id}`])
  expect(await uploadsOf(id)).toEqual([upload])
  expect((await historyOf(kaethe, id)).slice(-2)).toEqual([
    expect.stringMatching(/^Scan entfernt: Mietvertrag/),
    expect.stringMatching(/^Scan zurückgeholt: Mietvertrag/),
  ])
})

test('a scan that was taken off is brought back by one of two who press at once, and is back for both', async () => {
  const [id, upload] = await takenOff()
  const replies = await Promise.all([restore(id, upload), restore(id, upload)])
  expect(replies.map(({ status }) => status)).toEqual([200, 200])
  expect((await historyOf(kaethe, id)).filter((text) => text.startsWith('Scan zurückgeholt'))).toHaveLength(1)
})

test('a scan that was taken off is sent to a browser that shows its document as it was', async () => {
  const [id, upload] = await takenOff()
  const known = (text: string) =>
    `${/id="checkliste" data-stand="([^"]+)"/.exec(text)?.[1]};nachweis-mietvertrag=${/data-frage="mietvertrag" data-stand="([^"]+)"/.exec(text)?.[1]}`
  const stand = known((await visit(kaethe, paths.case(id))).text)
  const again = await kaethe.get(paths.case(id), { ...htmx, 'lotse-stand': stand })
  expect(again.text).toContain('id="nachweis-mietvertrag" data-gleich')
  await restore(id, upload)
  const back = await kaethe.get(paths.case(id), { ...htmx, 'lotse-stand': stand })
  expect(back.text).toContain('aria-label="Entfernen: a.jpg"')
})

test('a scan that was taken off and scanned once more is there once, with nothing to bring back', async () => {
  const [id, upload] = await takenOff()
  await sendScan(kaethe, id, photo)
  const { uploads, removedUploads } = await show(kaethe, id)
  expect([uploads.length, removedUploads]).toEqual([1, []])
  const refused = await restore(id, upload)
  expect([refused.status, refused.json()]).toMatchObject([409, { code: 'fileGone' }])
})

test('a scan that was taken off stays off while there are as many scans as can be', async () => {
  const [id, upload] = await takenOff()
  await addCopies(app, id, mostUploads)
  expect((await restore(id, upload)).json()).toMatchObject({ code: 'tooManyFiles' })
  expect(await uploadsOf(id)).toHaveLength(mostUploads)
})

test('a scan that was taken off stays off once its case has left the office, and is not offered', async () => {
  const [id, upload] = await takenOff()
  await kaethe.api('POST', `/api/case-files/${id}/withdraw`, { reason: 'zu Ende' })
  expect((await restore(id, upload)).json()).toMatchObject({ code: 'caseFileClosed' })
  expect((await show(kaethe, id)).removedUploads).toEqual([])
  expect((await visit(kaethe, paths.case(id))).text).not.toContain('a.jpg')
})

test('a scan that was taken off is nothing that another office, or another case, could bring back', async () => {
  const [id, upload] = await takenOff()
  expect((await restore(id, upload, await signIn(app, 'm.nowak'))).status).toBe(404)
  expect((await restore(await openTenantCase(kaethe), upload)).json()).toMatchObject({ code: 'fileGone' })
  expect((await show(kaethe, id)).removedUploads).toHaveLength(1)
})
