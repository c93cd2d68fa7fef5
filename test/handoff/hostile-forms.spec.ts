import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { cleanName } from '../../src/casework/media-type.js'
import type { CaseFileView } from '../../src/casework/http/case-file-view.js'
import { attack } from '../support/hostile/attack.js'
import { begin, boundary, filePart, formOf, sendRaw } from '../support/hostile/multipart.js'
import { names } from '../support/hostile/names.js'
import { onePage } from '../support/hostile/raw-pdf.js'
import { BesiegedOffice } from '../support/hostile/siege.js'

const pdf = onePage()

let office: BesiegedOffice
beforeAll(async () => {
  office = await BesiegedOffice.open({ uploadMegabytes: 1 })
})
afterAll(() => office.close())

const uploads = async () => (await office.clerk.api('GET', office.path)).json<CaseFileView>().uploads

afterEach(async () => {
  for (const { id } of await uploads()) await office.clerk.api('DELETE', `${office.path}/uploads/${id}`)
})

describe('of a name only what is harmless is kept', () => {
  test.each(names)('%s', (_, sent, kept) => {
    expect(cleanName(sent)).toBe(kept)
  })

  test.each([
    ['a path', 'name="datei"; filename="../../etc/passwd"', 'passwd'],
    ['a path in an encoding', `name="datei"; filename*=UTF-8''..%2f..%2fetc%2fpasswd`, 'passwd'],
    ['two names', `name="datei"; filename="a.pdf"; filename*=UTF-8''b%20c.pdf`, 'a.pdf'],
    ['an unknown encoding', `name="datei"; filename="a.pdf"; filename*=klingon''b.pdf`, 'a.pdf'],
    ['a broken encoding', `name="datei"; filename="a.pdf"; filename*=UTF-8''%ff%fe%`, 'a.pdf'],
    ['quotes', String.raw`name="datei"; filename="a\"b.pdf"`, 'a b.pdf'],
    ['a very long one', `name="datei"; filename="${'x'.repeat(5_000)}.pdf"`, 'x'.repeat(120)],
  ])('as it stands in a form: %s', async (_, disposition, kept) => {
    await sendRaw(office, formOf([filePart(pdf, disposition)]))
    expect((await uploads()).map(({ name }) => name)).toEqual([kept])
  })

  test('and a picture that is a script as well goes out as a picture', async () => {
    const { upload } = await office.send(attack('', pdf, 'taken'), 'rechnung.pdf.hta', true)
    const { headers } = await office.clerk.api('GET', `${office.path}/uploads/${upload!.id}`)
    expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''rechnung.pdf.hta.pdf")
  })
})

describe('a form that is not as it should be', () => {
  const field = (name: string, value: string) => ({
    header: `Content-Disposition: form-data; name="${name}"`,
    content: value,
  })
  const refused = [
    ['no part', formOf([]), 422, 'fileMissing'],
    ['no file', formOf([field('datei', 'scan.pdf')]), 422, 'fileMissing'],
    ['a file without a name', formOf([filePart(pdf, 'name="datei"')]), 422, 'fileMissing'],
    ['a file of 0 bytes', formOf([filePart('')]), 422, 'fileEmpty'],
    ['a file over the limit', formOf([filePart(Buffer.alloc(1_000_001, '%PDF-1.7 '))]), 413, 'fileTooLarge'],
    ['no end', formOf([filePart(pdf)], ''), 400, 'request.cutOff'],
    ['half an end', formOf([filePart(pdf)], `--${boundary}`), 400, 'request.cutOff'],
    ['another border', Buffer.from(`--anders\r\n\r\nx\r\n--anders--`), 400, 'request.cutOff'],
    ['nothing', Buffer.alloc(0), 422, 'fileMissing'],
    [
      'a header without an end',
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data`),
      400,
      'request.cutOff',
    ],
    [
      'a header of a megabyte',
      formOf([filePart(pdf, `name="datei"; x="${'y'.repeat(1_000_000)}"`)]),
      422,
      'fileMissing',
    ],
    [
      'more files than a form may have',
      formOf(Array.from({ length: 21 }, () => filePart(''))),
      413,
      'request.tooManyParts',
    ],
  ] as const

  test.each(refused)('with %s', async (_, body, status, code) => {
    const reply = await sendRaw(office, body)
    expect(reply).toMatchObject({ status, code })
    expect(reply.detail).toMatch(/\. Bitte |^Bitte /)
    expect(await uploads()).toEqual([])
    expect(office.unfinished()).toEqual([])
  })

  test.each([
    ['without a border', 'multipart/form-data'],
    ['of another kind', 'multipart/mixed; boundary=grenze'],
    ['with a border of 10,000 letters', `multipart/form-data; boundary=${'x'.repeat(10_000)}`],
  ])('%s', async (_, type) => {
    const { status } = await sendRaw(office, formOf([filePart(pdf)]), { 'content-type': type })
    expect([400, 406, 415]).toContain(status)
    expect(await uploads()).toEqual([])
  })

  test('with a field named after the prototype', async () => {
    const { status } = await sendRaw(office, formOf([field('__proto__', 'x'), filePart(pdf)]))
    expect(status).toBe(400)
    expect((await uploads()).every(({ bytes }) => bytes === pdf.length)).toBe(true)
  })

  test('without a token, whose files are not even received', async () => {
    expect(await sendRaw(office, formOf([filePart(pdf)]), { 'x-csrf-token': '' })).toMatchObject({
      status: 403,
    })
    expect(await uploads()).toEqual([])
    expect(office.unfinished()).toEqual([])
  })

  test('with two files is taken, in their order', async () => {
    const parts = ['eins.pdf', 'zwei.pdf'].map((name) => filePart(pdf, `name="datei"; filename="${name}"`))
    expect((await sendRaw(office, formOf(parts))).status).toBe(201)
    expect((await uploads()).map(({ name }) => name)).toEqual(['eins.pdf', 'zwei.pdf'])
  })

  test('with a file that is cut off after a whole one keeps the whole one alone', async () => {
    const body = formOf([filePart(pdf), filePart(pdf)], '')
    expect(await sendRaw(office, body.subarray(0, -100))).toMatchObject({ code: 'request.cutOff' })
    expect((await uploads()).map(({ bytes }) => bytes)).toEqual([pdf.length])
    expect(office.unfinished()).toEqual([])
  })

  test('that is given up in the middle leaves nothing', async () => {
    const sending = begin(office, { 'content-length': 900_000 })
    sending.on('error', () => undefined)
    sending.write(formOf([filePart(Buffer.concat([pdf, Buffer.alloc(500_000)]))], ''))
    while (office.unfinished().length === 0) await setTimeout(10)
    sending.destroy()
    while (office.unfinished().length > 0) await setTimeout(10)
    expect(await uploads()).toEqual([])
  })
})

test('after all of that a file is taken as ever', async () => {
  expect((await office.send(attack('', pdf, 'taken'))).result).toBe('taken')
})
