import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { deliveryForms, type DeliveryForm } from '../../src/cooperation/delivery-target.js'
import { xdomeaFiles } from '../../src/handoff/out/xdomea-form.js'
import { makeParcel } from '../../src/handoff/out/make-parcel.js'
import { packageSchema } from '../../src/handoff/out/package-json.js'
import { plainName, type Parcel, type ReadyPackage } from '../../src/handoff/out/parcel.js'
import { packageContents } from './support/contents.js'
import { filesInZip } from './support/read-zip.js'
import { readyPackage } from './support/ready-package.js'

/** The official schemas are other people's files and not part of the project; where they lie, they are asked. */
const schemas = process.env['LOTSE_SCHEMAS'] ?? ''
const whereSchemasAre = existsSync(join(schemas, 'fit-connect')) ? describe : describe.skip

const textOf = async ({ files }: Parcel, name: string): Promise<string> =>
  (await buffer(files.find((file) => file.name === name)!.open())).toString()
const jsonOf = async (parcel: Parcel, name: string) => JSON.parse(await textOf(parcel, name))
const hashOf = (algorithm: string, text: string | Buffer) => createHash(algorithm).update(text).digest('hex')
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

const hostileContents = packageContents({
  caseFile: {
    ...packageContents().caseFile,
    number: '../../2026 00/01',
    applicant: 'K̲ara <b>&amp;</b> "Söhne"\u0000\u001b\ud800 ]]> \uffff 𝔛',
  },
  reason: 'Eingang zählt; <Frist> & "Form"\r\nzweite Zeile',
})

test.each(deliveryForms)(
  '%s: the same package makes the same bytes, with names that every system takes',
  async (form) => {
    const [one, two] = [await makeParcel(form, readyPackage()), await makeParcel(form, readyPackage())]
    const facts = ({ files }: Parcel) =>
      files.map(({ name, mediaType, bytes, sha256 }) => ({ name, mediaType, bytes, sha256 }))
    expect(facts(one)).toEqual(facts(two))
    expect(one.name).toBe('2026-000123_0193a5d0-7c00-7abc-8def-0123456789ab')
    expect(new Set(one.files.map(({ name }) => name)).size).toBe(one.files.length)
    for (const { name, bytes, sha256, open } of one.files) {
      const content = await buffer(open())
      expect([name, content.length, hashOf('sha256', content)]).toEqual([name, bytes, sha256])
      expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/)
    }
  },
)

/** The files of a parcel, and of the ZIP that it may be. */
async function contentsOf(form: DeliveryForm, ready = readyPackage()): Promise<Map<string, Buffer>> {
  const { files } = await makeParcel(form, ready)
  const read = await Promise.all(files.map(async ({ name, open }) => [name, await buffer(open())] as const))
  return form === 'xdomea' ? filesInZip(read[0]![1]) : new Map(read)
}

test.each(deliveryForms)('%s: uebergabe.json says all that the package says, by our schema', async (form) => {
  const files = await contentsOf(form)
  const name = [...files.keys()].find((one) => /^data\.json$|uebergabe\.json$/.test(one))!
  const data = JSON.parse(files.get(name)!.toString())
  expect(data).toEqual(JSON.parse(JSON.stringify(readyPackage().contents)))
  const schema = readJson('docs/uebergabe.schema.json')
  expect(schema.$id).toBe(packageSchema)
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema)
  expect(validate(data) || validate.errors).toBe(true)
})

test('nothing that stands in a case leads out of the folder or hides in it', () => {
  expect(plainName('../../etc/passwd')).toBe('etc-passwd')
  expect(plainName('.verborgen')).toBe('verborgen')
  expect(plainName('Größe\u0000\n')).toBe('Groesse')
  expect(plainName('Ünïcödé')).toBe('Uenicoede')
  expect(plainName('…')).toBe('ohne-Namen')
  expect(plainName('a'.repeat(300))).toHaveLength(80)
})

test('a folder says in SHA256SUMS what it holds, and in metadaten.json what to file it under', async () => {
  const parcel = await makeParcel('folder', readyPackage({}, 1))
  expect(parcel.files.map(({ name }) => name)).toEqual([
    'paket.pdf',
    'uebergabe.json',
    'anlage-01-wohnungsgeberbestaetigung.pdf',
    'metadaten.json',
    'SHA256SUMS',
  ])
  for (const line of (await textOf(parcel, 'SHA256SUMS')).trimEnd().split('\n')) {
    const [sum, name] = line.split('  ')
    expect(hashOf('sha256', await textOf(parcel, name!))).toBe(sum)
  }
  expect(await jsonOf(parcel, 'metadaten.json')).toMatchObject({
    vorgang: '2026-000123',
    antragsteller: 'Łukasz Müller-Nguyễn',
    eingang: '2026-11-20',
    vollstaendigSeit: '2026-11-24',
    nachweise: [
      { unterlage: 'Wohnungsgeberbestätigung', datei: 'anlage-01-wohnungsgeberbestaetigung.pdf' },
      { datei: null },
    ],
  })
})

test('a FIT-Connect submission names data and attachments with their hashes', async () => {
  const parcel = await makeParcel('fit-connect', readyPackage())
  const { contentStructure, additionalReferenceInfo } = await jsonOf(parcel, 'metadata.json')
  expect(additionalReferenceInfo).toEqual({ senderReference: '2026-000123', applicationDate: '2026-11-20' })
  expect(contentStructure.data).toEqual({
    hash: { type: 'sha512', content: hashOf('sha512', await textOf(parcel, 'data.json')) },
    submissionSchema: { schemaUri: packageSchema, mimeType: 'application/json' },
  })
  const { attachments } = contentStructure
  expect(attachments.map(({ purpose }: { purpose: string }) => purpose)).toEqual([
    'form',
    'attachment',
    'attachment',
  ])
  for (const { attachmentId, mimeType, hash } of attachments) {
    expect(attachmentId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const file = `${attachmentId}.${mimeType === 'image/jpeg' ? 'jpg' : 'pdf'}`
    expect(hash.content).toBe(hashOf('sha512', await textOf(parcel, file)))
  }
  expect(await jsonOf(parcel, 'submission.json')).toEqual({
    announcedAttachments: attachments.map(({ attachmentId }: { attachmentId: string }) => attachmentId),
    publicService: {
      name: 'Anmeldung einer Wohnung',
      identifier: 'urn:de:fim:leika:leistung:99115005104001',
    },
  })
})

test('an xdomea message is XML whatever stands in the case, and names every file that comes with it', async () => {
  const { enclosures } = readyPackage().contents
  const files = await contentsOf('xdomea', {
    ...readyPackage(),
    contents: { ...hostileContents, enclosures },
  })
  const [message, ...others] = files.keys()
  expect(message).toBe('0193a5d0-7c00-7abc-8def-0123456789ab_Information.Information.0101.xml')
  using document = XmlDocument.fromString(files.get(message!)!.toString())
  const all = (name: string) =>
    document.find(`//x:${name}`, { x: 'urn:xoev-de:xdomea:schema:3.0.0' }).map((node) => node.content)
  expect(all('Dateiname')).toEqual(others)
  expect(all('Betreff')[0]).toBe(
    'Anmeldung einer Wohnung – K̲ara <b>&amp;</b> "Söhne"\ufffd\ufffd\ufffd ]]> \ufffd 𝔛',
  )
  expect(all('Bemerkung')[0]).toContain('Eingang zählt; <Frist> & "Form"\r\nzweite Zeile')
  expect(all('Posteingangsdatum')).toEqual(others.map(() => '2026-11-20'))
  const hashes = others.map((name) => hashOf('sha256', files.get(name)!))
  expect(hashes).toEqual(expect.arrayContaining(enclosures.map(({ sha256 }) => sha256)))
})

const messageOf = (ready: ReadyPackage): Promise<string> => buffer(xdomeaFiles(ready)[0]!.open()).then(String)

whereSchemasAre('by the official schemas', () => {
  test('FIT-Connect metadata are valid', async () => {
    const schema = readJson(join(schemas, 'fit-connect/metadata-2.1.0.schema.json'))
    const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
    const formats = { uuid, uri: /^[a-z][a-z0-9+.-]*:\S+$/i, date: /^\d{4}-\d\d-\d\d$/ }
    const validate = new Ajv2020({
      strict: false,
      validateFormats: true,
      formats: { ...formats, email: true, 'date-time': true },
    }).compile(schema)
    expect(validate(readJson(join(schemas, 'fit-connect/metadata-sample-invalid.json')))).toBe(false)
    for (const ready of [
      readyPackage(),
      readyPackage({}, 0),
      { ...readyPackage({}, 0), contents: hostileContents },
    ]) {
      const metadata = await jsonOf(await makeParcel('fit-connect', ready), 'metadata.json')
      expect(validate(metadata) || validate.errors).toBe(true)
    }
  })

  test('an xdomea message is valid', async () => {
    xmlRegisterFsInputProviders()
    const path = join(schemas, 'xdomea/xsd-3.0.0/xdomea-Nachrichten-InformationAustauschen.xsd')
    using xsd = XmlDocument.fromBuffer(readFileSync(path), { url: path })
    using validator = XsdValidator.fromDoc(xsd)
    for (const ready of [
      readyPackage(),
      readyPackage({}, 0),
      { ...readyPackage({}, 0), contents: hostileContents },
    ]) {
      using message = XmlDocument.fromString(await messageOf(ready))
      validator.validate(message)
    }
    const text = await messageOf(readyPackage())
    using wrong = XmlDocument.fromString(text.replaceAll('xdomea:ProzessID', 'xdomea:Prozess'))
    expect(() => validator.validate(wrong)).toThrow('ProzessID')
  })
})
