import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { PDFDocument } from 'pdf-lib'
import pg from 'pg'
import sharp from 'sharp'
import type { Upload } from '../../src/casework/case-file.js'
import { IncomingFiles } from '../../src/casework/incoming-files.js'
import { mostUploads } from '../../src/casework/upload-refusals.js'
import { paths } from '../../src/web/paths.js'
import type { TestApp } from '../support/app.js'
import { aTiff } from '../handoff/support/scans.js'
import { signIn, type Client } from '../support/client.js'
import { answer, openCase, show, startDesk, visit } from './support/desk-app.js'
import { addCopies, historyOf, openTenantCase, sendScan } from './support/scanned-case.js'

let app: TestApp
let kaethe: Client
let jpeg: Buffer
let png: Buffer
beforeAll(async () => {
  app = await startDesk()
  kaethe = await signIn(app, 'k.schroeder')
  const picture = sharp({ create: { width: 20, height: 20, channels: 3, background: 'white' } })
  jpeg = await picture.clone().jpeg().toBuffer()
  png = await picture.clone().png().toBuffer()
})
afterAll(() => app.stop())

async function pdf(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (let page = 0; page < pages; page++) document.addPage([50, 50])
  return document.save()
}

const file = (bytes: Uint8Array, name: string) => new File([new Uint8Array(bytes)], name)

const tenantCase = () => openTenantCase(kaethe)

const send = (id: string, datei: File, document = 'mietvertrag') => sendScan(kaethe, id, datei, document)

const uploadsOf = async (id: string): Promise<readonly Upload[]> => (await show(kaethe, id)).uploads

describe('a scan', () => {
  test('may take as long to come in as its page waits for it', async () => {
    const { text } = await kaethe.get(paths.case(await tenantCase()))
    const timeout = /hx-config="\{&quot;timeout&quot;:(\d+)\}"/.exec(text)?.[1]
    expect(String(app.app.getHttpServer().requestTimeout)).toBe(timeout)
  })

  test.each([
    ['PDF', 'application/pdf', () => pdf(3), 3],
    ['JPEG', 'image/jpeg', async () => jpeg, 1],
    ['PNG', 'image/png', async () => png, 1],
    ['TIFF', 'image/tiff', () => aTiff(2), 2],
  ] as const)('%s is kept by its content, whatever its name says', async (_, mediaType, bytes, pages) => {
    const id = await tenantCase()
    const reply = await send(id, file(await bytes(), 'scan.txt'))
    expect([reply.status, reply.headers.get('location')]).toEqual([
      303,
      `${paths.case(id)}#nachweis-mietvertrag`,
    ])
    expect(await uploadsOf(id)).toMatchObject([
      { mediaType, pages, name: 'scan.txt', document: 'mietvertrag' },
    ])
  })

  test('notes by itself that a copy was taken', async () => {
    const id = await tenantCase()
    await send(id, file(jpeg, 'a.jpg'))
    expect((await show(kaethe, id)).caseFile.evidence['mietvertrag']?.seen).toBe('copyTaken')
  })

  test('sent again, because its answer was lost, is the same scan', async () => {
    const id = await tenantCase()
    for (const name of ['a.jpg', 'a.jpg', 'b.jpg']) await send(id, file(jpeg, name))
    expect((await uploadsOf(id)).map(({ name }) => name)).toEqual(['a.jpg', 'b.jpg'])
  })

  test('comes back as the same bytes, as a file to keep', async () => {
    const id = await tenantCase()
    const bytes = await pdf(1)
    await send(id, file(bytes, 'Mietvertrag Müller.pdf'))
    const [upload] = await uploadsOf(id)
    const reply = await fetch(app.url + paths.upload(id, upload!.id), {
      headers: { cookie: kaethe.cookieHeader },
    })
    expect(Buffer.from(await reply.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true)
    expect(reply.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''Mietvertrag%20M/)
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('has a name without folders and marks that turn the writing around', async () => {
    const id = await tenantCase()
    await send(id, file(jpeg, '..\\..\\etc\u202Egpj.exe'))
    expect((await uploadsOf(id))[0]?.name).toBe('etc gpj.exe')
  })

  test('can be taken off again, once, and the history says whose scan it was', async () => {
    const id = await tenantCase()
    await send(id, file(jpeg, 'a.jpg'))
    const [upload] = await uploadsOf(id)
    const path = `/api/case-files/${id}/uploads/${upload!.id}`
    expect((await kaethe.api('DELETE', path)).status).toBe(200)
    expect(await uploadsOf(id)).toEqual([])
    expect((await kaethe.api('DELETE', path)).json()).toMatchObject({ code: 'unknownFile' })
    expect((await historyOf(kaethe, id)).at(-1)).toMatch(/^Scan entfernt: Mietvertrag/)
  })
})

describe('a file is refused in plain German', () => {
  test.each([
    ['of another kind', async () => Buffer.from('GIF89a and so on'), 'Möglich sind PDF, JPEG, PNG und TIFF.'],
    ['that is empty', async () => Buffer.alloc(0), 'Die Datei ist leer.'],
    ['with a damaged PDF', async () => Buffer.from('%PDF-1.7\nnothing that follows'), 'beschädigt'],
    ['with a damaged picture', async () => jpeg.subarray(0, 40), 'beschädigt'],
    ['of 301 pages', () => pdf(301), 'höchstens 300 Seiten'],
  ])('%s', async (_, bytes, sentence) => {
    const id = await tenantCase()
    const before = (await show(kaethe, id)).caseFile
    const reply = await send(id, file(await bytes(), 'x.pdf'))
    expect(reply.status).toBeGreaterThanOrEqual(400)
    expect(reply.text).toContain(sentence)
    expect(await uploadsOf(id)).toEqual([])
    expect((await show(kaethe, id)).caseFile).toEqual(before)
    expect(readdirSync(join(app.config.dataDir, 'incoming'))).toEqual([])
  })

  test('when it is too large, naming the limit', async () => {
    const id = await tenantCase()
    const large = Buffer.alloc(app.config.uploadMegabytes * 1_000_000 + 1)
    large.set(jpeg)
    const reply = await send(id, file(large, 'gross.jpg'))
    expect(reply.status).toBe(413)
    expect(reply.text).toContain('Eine Datei darf höchstens 50 MB groß sein.')
    expect(await uploadsOf(id)).toEqual([])
  })

  test('when its document must not be copied', async () => {
    const id = await tenantCase()
    const reply = await send(id, file(jpeg, 'ausweis.jpg'), 'ausweis')
    expect(reply.status).toBe(422)
    expect(reply.text).toContain('§ 20 PAuswG')
    expect((await visit(kaethe, paths.case(id))).text).not.toContain(paths.uploads(id, 'ausweis'))
  })

  test('when no file was chosen', async () => {
    const id = await tenantCase()
    expect((await send(id, file(Buffer.alloc(0), ''))).text).toContain('Bitte eine Datei auswählen.')
  })

  test('when its case has left the office', async () => {
    const id = await tenantCase()
    await kaethe.api('POST', `/api/case-files/${id}/withdraw`, { reason: 'zu Ende' })
    expect((await send(id, file(jpeg, 'a.jpg'))).status).toBe(409)
    expect(await uploadsOf(id)).toEqual([])
  })
})

describe('a scan whose document is not asked for any more', () => {
  async function movedOut(): Promise<string> {
    const id = await tenantCase()
    await send(id, file(jpeg, 'vertrag.jpg'))
    const { revision } = (await show(kaethe, id)).caseFile.answers['mietet']!
    await answer(kaethe, id, 'mietet', false, revision)
    return id
  }

  test('is shown apart, can be removed and brought back', async () => {
    const id = await movedOut()
    const { uploads, asideUploads } = await show(kaethe, id)
    expect([uploads.length, asideUploads.map(({ name }) => name)]).toEqual([0, ['vertrag.jpg']])
    const { text } = await visit(kaethe, paths.case(id))
    expect(text).toContain('Scans zu Unterlagen, die nicht mehr verlangt werden')
    expect((await kaethe.post(paths.removeUpload(id, asideUploads[0]!.id), {})).status).toBe(303)
    expect((await show(kaethe, id)).asideUploads).toEqual([])
    expect((await visit(kaethe, paths.review(id))).text).not.toContain('nicht mehr verlangt werden')
    expect((await visit(kaethe, paths.case(id))).text).toContain('vertrag.jpg entfernt.')
    await kaethe.post(paths.restoreUpload(id, asideUploads[0]!.id), {})
    expect((await show(kaethe, id)).asideUploads).toEqual(asideUploads)
  })

  test('is said to stay out of the package', async () => {
    const { text } = await visit(kaethe, paths.review(await movedOut()))
    expect(text).toMatch(/Nicht ins Übergabepaket kommt <a [^>]+>1 Scan zu Unterlagen/)
  })
})

test('the scan of a foreign case is not found', async () => {
  const id = await tenantCase()
  await send(id, file(jpeg, 'a.jpg'))
  const [upload] = await uploadsOf(id)
  const other = await signIn(app, 'm.nowak')
  expect((await other.get(paths.upload(id, upload!.id))).status).toBe(404)
  const { caseFile } = await openCase(kaethe)
  expect((await kaethe.get(paths.upload(caseFile.id, upload!.id))).status).toBe(404)
})

test('of two scans that come at once, only one is the last that fits', async () => {
  const id = await tenantCase()
  await send(id, file(jpeg, 'erster.jpg'))
  await addCopies(app, id, mostUploads - 2)
  const other = new pg.Client({ connectionString: app.database.url })
  await other.connect()
  await other.query('begin')
  await other.query('select 1 from case_file where id = $1 for update', [id])
  const sent = [send(id, file(jpeg, 'a.jpg')), send(id, file(jpeg, 'b.jpg'))]
  await bothWait()
  await other.query('commit')
  await other.end()
  const statuses = (await Promise.all(sent)).map(({ status }) => status)
  expect(statuses.toSorted()).toEqual([303, 422])
  expect(await uploadsOf(id)).toHaveLength(mostUploads)
})

async function bothWait(): Promise<void> {
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while ((await app.database.query(waiting)).length < 2) await setTimeout(20)
}

test('a disk that fills up while a scan comes in is told as that, and not as the sender’s fault', async () => {
  const id = await tenantCase()
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  const receive = jest.spyOn(app.app.get(IncomingFiles), 'receive').mockImplementation(async (content) => {
    for await (const _ of content) throw full
    throw new Error('nothing came')
  })
  const reply = await send(id, file(await pdf(1), 'scan.pdf'))
  receive.mockRestore()
  expect(reply.status).toBe(503)
  expect(reply.text).toContain('kein Platz mehr')
})
