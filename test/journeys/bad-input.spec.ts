import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CaseFileView } from '../../src/casework/http/case-file-view.js'
import { startApp, type TestApp } from '../support/app.js'
import { aCase } from '../support/case-builder.js'
import { Client, signIn, type Reply } from '../support/client.js'
import { aPdf, aPhoto, asFile, type ScanFile } from '../support/scans.js'

let app: TestApp
let clerk: Client
let id: string
let path: string
beforeAll(async () => {
  app = await startApp({ uploadMegabytes: 1 })
  clerk = await signIn(app, 'k.schroeder')
  const answers = {
    vorgang: 'alleinige',
    unterkunft: 'wohnung',
    wohnverhaeltnis: 'bei_wohnungsgeber',
    bestaetigung: 'in_ordnung',
  }
  id = (await aCase().with(answers).openedBy(clerk)).caseFile.id
  path = `/api/case-files/${id}`
})
afterAll(() => app.stop())

const document = 'wohnungsgeberbestaetigung'

interface Details {
  readonly status: number
  readonly code?: string
  readonly detail?: string
  readonly errors?: readonly { readonly pointer?: string }[]
}

/** A refusal for a program: its status, a stable code, the place, and a sentence in German. */
function expectRefusal(reply: Reply, status: number, code: string, pointer: string): void {
  const details = reply.json<Details>()
  expect([reply.status, details.status, details.code]).toEqual([status, status, code])
  expect(reply.headers.get('content-type')).toContain('application/problem+json')
  expect(details.detail).toMatch(/^\p{Lu}.*\.$/u)
  expect(details.errors?.map((error) => error.pointer)).toContain(pointer)
}

const state = async () => (await clerk.api('GET', path)).json<CaseFileView>().caseFile
const answer = (question: string, body: unknown) => clerk.api('PUT', `${path}/answers/${question}`, body)

describe('a program is told what is wrong and where, and nothing changes', () => {
  let before: CaseFileView['caseFile']
  beforeAll(async () => {
    before = await state()
  })

  test.each([
    ['einzugsdatum', '2026-11-31', '#/einzugsdatum'],
    ['vorgang', 'urlaub', '#/vorgang'],
    ['wohnung_im_bezirk', 'ja', '#/wohnung_im_bezirk'],
    [
      'neue_anschrift',
      { street: 'Am Hafen', houseNumber: '1', postcode: 'x', city: 'Grabow' },
      '#/neue_anschrift/postcode',
    ],
    ['personen', [{ familyName: 'Lü5bbe' }], '#/personen/0/familyName'],
    ['personen', 'Anna', '#/personen'],
    ['geburtsort', 'x'.repeat(10_000), '#/geburtsort'],
    ['geburtsort', { toString: 'x' }, '#/geburtsort'],
  ])('a value outside its kind: %s', async (question, value, pointer) => {
    expectRefusal(await answer(question, { value, revision: 0 }), 422, 'badAnswer', pointer)
  })

  test('an unknown question, document, service', async () => {
    expectRefusal(
      await answer('schuhgroesse', { value: 43, revision: 0 }),
      404,
      'unknownQuestion',
      '#/schuhgroesse',
    )
    const noted = { seen: 'originalSeen', revision: 0 }
    expectRefusal(
      await clerk.api('PUT', `${path}/evidence/tierausweis`, noted),
      404,
      'unknownDocument',
      '#/tierausweis',
    )
    expectRefusal(
      await clerk.api('POST', '/api/case-files', { service: 'jagdschein' }),
      422,
      'unknownService',
      '#/service',
    )
  })

  test('a revision that is stale', async () => {
    expectRefusal(
      await answer('vorgang', { value: 'wechsel', revision: 0 }),
      409,
      'changedMeanwhile',
      '#/vorgang',
    )
  })

  test('a body without what is needed, or with more', async () => {
    for (const body of [
      {},
      { value: true },
      { value: true, revision: -1 },
      { value: true, revision: 0, admin: true },
      [],
      'x',
    ])
      expect([400, 422]).toContain((await answer('vorgang', body)).status)
  })

  test.each([
    ['nothing in it', 'leer.pdf', Buffer.alloc(0), 422, 'fileEmpty'],
    ['another type', 'brief.docx', Buffer.from('PK\u0003\u0004 Brief'), 415, 'fileTypeNotAccepted'],
    [
      'a script that calls itself a picture',
      'bild.png',
      Buffer.from('<svg onload="alert(1)">'),
      415,
      'fileTypeNotAccepted',
    ],
    [
      'more than the limit',
      'gross.pdf',
      Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1_200_000)]),
      413,
      'fileTooLarge',
    ],
    ['a damaged PDF', 'kaputt.pdf', Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog'), 422, 'scanDamaged'],
  ])('a file with %s', async (_, name, buffer, status, code) => {
    const reply = await upload({ name, mimeType: 'application/pdf', buffer })
    expectRefusal(reply, status, code, `#/${document}`)
  })

  test('a photo that breaks off in the middle', async () => {
    const photo = await aPhoto()
    const broken = { ...photo, buffer: photo.buffer.subarray(0, 400) }
    expectRefusal(await upload(broken), 422, 'scanDamaged', `#/${document}`)
  })

  test('and the case is as it was', async () => {
    expect(await state()).toEqual(before)
  })

  const upload = (scan: ScanFile) =>
    clerk.upload(`${path}/evidence/${document}/uploads`, { datei: asFile(scan) })
})

describe('a person reads it at the place, with what was typed', () => {
  test('a file that is damaged, at its document', async () => {
    const scan = await aPdf()
    const broken = asFile({ ...scan, buffer: scan.buffer.subarray(0, 200) })
    const reply = await clerk.upload(`/vorgaenge/${id}/nachweise/${document}/dateien`, { datei: broken })
    expect(reply.status).toBe(422)
    expect(reply.text).toContain('Die Datei ist beschädigt und lässt sich nicht öffnen.')
    expect(reply.text).toContain('Was möchten Sie melden?')
  })

  test('a file that is too large, with the limit', async () => {
    const big = new File([Buffer.alloc(1_500_000, '%PDF-1.7 ')], 'gross.pdf')
    const reply = await clerk.upload(`/vorgaenge/${id}/nachweise/${document}/dateien`, { datei: big })
    expect(reply.status).toBe(413)
    expect(reply.text).toContain('Eine Datei darf höchstens 1 MB groß sein.')
    expect(reply.text).toContain('PDF, JPEG, PNG oder TIFF, höchstens 1 MB')
  })

  test('a step that is no longer possible', async () => {
    const handedOver = (await aCase().handedOverBy(clerk)).caseFile.id
    const reply = await clerk.post(`/vorgaenge/${handedOver}/fragen/geburtsort`, {
      antwort: 'Ulm',
      revision: '0',
    })
    expect(reply.status).toBe(409)
    expect(reply.text).toContain('Der Vorgang liegt nicht mehr beim Bürgerbüro')
  })
})

test('after all of that the program lives, and goes on', async () => {
  expect((await new Client(app.url).api('GET', '/health')).json()).toEqual({ status: 'up' })
  const reply = await answer('geburtsort', { value: 'Łódź', revision: 0 })
  expect(reply.json<CaseFileView>().caseFile.answers['geburtsort']!.value).toBe('Łódź')
})
