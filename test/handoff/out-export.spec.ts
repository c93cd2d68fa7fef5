import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { PDFDocument } from 'pdf-lib'
import { lotse } from '../support/lotse.js'
import { packageOf } from './support/compose.js'
import { packageContents } from './support/contents.js'

let folder: string
let file: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-export-'))
  file = written('paket.pdf', packageOf(packageContents()))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function written(name: string, bytes: Uint8Array): string {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}
const exported = (path: string, ...more: string[]) =>
  lotse(['export', path, '--out', join(folder, 'out'), ...more])
const name = '2026-000123_0193a5d0-7c00-7abc-8def-0123456789ab'

test('a package becomes what a DMS imports, without database or case, and once more the same', () => {
  for (const _ of [1, 2])
    expect(exported(file)).toEqual({ code: 0, out: `${join(folder, 'out', name)}\n`, told: '' })
  const out = (part: string) => readFileSync(join(folder, 'out', name, part))
  expect(out('paket.pdf')).toEqual(readFileSync(file))
  expect(JSON.parse(out('uebergabe.json').toString())).toEqual(packageContents())
  expect(JSON.parse(out('metadaten.json').toString())).toMatchObject({ vorgang: '2026-000123' })
})

test('another form under the same name is not written over the first', () => {
  expect(exported(file, '--form', 'xdomea')).toMatchObject({
    code: 2,
    told: expect.stringContaining('mit anderem Inhalt'),
  })
  const elsewhere = join(folder, 'anderswo')
  expect(lotse(['export', file, '--form', 'fit-connect', '--out', elsewhere]).code).toBe(0)
  expect(readdirSync(join(elsewhere, name))).toEqual(
    expect.arrayContaining(['metadata.json', 'submission.json']),
  )
})

test.each([
  ['no PDF', async () => Buffer.from('Guten Tag')],
  ['a PDF without data', async () => (await PDFDocument.create()).save()],
  ['half a package', async () => readFileSync(file).subarray(0, 20_000)],
  ['data that are no JSON', () => withData('{')],
  [
    'data that are not those of a package',
    () => withData('{"format":"uebergabe/1","caseFile":{"number":"../.."}}'),
  ],
])('%s is refused in German, and nothing is written', async (_, make) => {
  const path = written('fremd.pdf', await make())
  const { code, out, told } = exported(path, '--form', 'folder')
  expect([code, out]).toEqual([2, ''])
  expect(told).toMatch(/fremd\.pdf: Die (Datei ist kein Übergabepaket|Angaben in uebergabe\.json)/)
})

test.each([
  [['export'], 'Aufruf: lotse export'],
  [['export', 'paket.pdf'], 'Aufruf: lotse export'],
  [['export', 'gibt-es-nicht.pdf', '--out', '.'], 'gibt-es-nicht.pdf gibt es nicht.'],
  [['export', 'package.json', '--out', '.', '--form', 'brief'], '--form: Erwartet wird eines von folder, '],
  [['export', 'package.json', '--out', '.', '--from', 'xdomea'], 'Es gibt: --out, --form.'],
])('%j says what is wrong', (args, words) => {
  const { code, told } = lotse(args)
  expect([code, told]).toEqual([2, expect.stringContaining(words)])
})

test('a package that names itself like a way elsewhere is no package', async () => {
  const strange = { ...packageContents(), packageId: '../../0193a5d0-7c00-7abc-8def-0123456789ab' }
  const path = written('fremd.pdf', await withData(JSON.stringify(strange)))
  expect(exported(path, '--form', 'xdomea')).toMatchObject({
    code: 2,
    told: expect.stringContaining('Kennungen'),
  })
})

test('a package that was made as a trial goes into no other system', async () => {
  const path = written('probe.pdf', await withData(JSON.stringify({ ...packageContents(), trial: true })))
  expect(exported(path)).toMatchObject({ code: 2, told: expect.stringContaining('Das ist die Probe') })
})

async function withData(text: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.addPage()
  await pdf.attach(Buffer.from(text), 'uebergabe.json')
  return pdf.save()
}
