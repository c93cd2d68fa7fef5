import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { waitAfter } from '../../src/handoff/out/delivery.js'
import { FolderTransport } from '../../src/handoff/out/folder-transport.js'
import { HttpsTransport } from '../../src/handoff/out/https-transport.js'
import { makeParcel } from '../../src/handoff/out/make-parcel.js'
import { inMemory, type Parcel } from '../../src/handoff/out/parcel.js'
import { NotDelivered } from '../../src/handoff/out/transport.js'
import { readyPackage } from './support/ready-package.js'
import { type Receiver, startReceiver, testCertificate } from './support/receiver.js'

const untilTheEnd = new AbortController().signal
const parcel = await makeParcel('folder', readyPackage())

/** What it was refused with; fails if it was not. */
async function refusalOf(delivering: Promise<void>): Promise<NotDelivered> {
  const outcome = await delivering.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(outcome instanceof NotDelivered)) throw new Error(`delivered, or failed with ${String(outcome)}`)
  return outcome
}

/** The parcel with one file that comes in pieces, with time between them. */
function slow(pieces: number, milliseconds: number): Parcel {
  const whole = Buffer.alloc(pieces * 1_000, 'x')
  const open = async function* () {
    for (let at = 0; at < pieces; at++) {
      await pause(milliseconds)
      yield whole.subarray(at * 1_000, (at + 1) * 1_000)
    }
  }
  return {
    ...parcel,
    files: [...parcel.files, { ...inMemory(whole), name: 'langsam.bin', mediaType: 'image/png', open }],
  }
}

describe('into a folder', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lotse-out-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const into = (to = folder) => new FolderTransport(to)
  const visible = () => readdirSync(folder).filter((name) => !name.startsWith('.'))

  test('a parcel lies there whole; sent again it stays as it is', async () => {
    await into().deliver(parcel, untilTheEnd)
    const path = join(folder, parcel.name)
    expect(readdirSync(path).toSorted()).toEqual(parcel.files.map(({ name }) => name).toSorted())
    expect(readFileSync(join(path, 'paket.pdf'), 'utf8')).toContain('%PDF')
    const before = statSync(join(path, 'paket.pdf'))
    await into().deliver(parcel, untilTheEnd)
    expect(statSync(join(path, 'paket.pdf'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs })
    expect(readdirSync(folder)).toEqual([parcel.name])
  })

  test.each([
    ['a changed file', (path: string) => writeFileSync(join(path, 'paket.pdf'), 'anderes')],
    ['a file too many', (path: string) => writeFileSync(join(path, 'notiz.txt'), '')],
    ['a file too few', (path: string) => rmSync(join(path, 'SHA256SUMS'))],
  ])('%s under the same name is not overwritten and needs a person', async (_, change) => {
    await into().deliver(parcel, untilTheEnd)
    change(join(folder, parcel.name))
    const refusal = await refusalOf(into().deliver(parcel, untilTheEnd))
    expect([refusal.kind, refusal.message]).toEqual([
      'lasting',
      expect.stringContaining('mit anderem Inhalt'),
    ])
  })

  test('a folder that is not there is not made: it may be a drive that is not connected', async () => {
    const gone = join(folder, 'laufwerk')
    const refusal = await refusalOf(into(gone).deliver(parcel, untilTheEnd))
    expect([refusal.kind, refusal.message]).toEqual(['passing', expect.stringContaining('nicht verbunden')])
    expect(readdirSync(folder)).toEqual([])
  })

  test('nobody sees half a parcel', async () => {
    const sizes = new Set<number>()
    const delivering = into().deliver(slow(10, 5), untilTheEnd)
    const done = new AbortController()
    void delivering.finally(() => done.abort())
    while (!done.signal.aborted) {
      for (const name of visible()) sizes.add(readdirSync(join(folder, name)).length)
      await pause(1)
    }
    for (const name of visible()) sizes.add(readdirSync(join(folder, name)).length)
    expect([...sizes]).toEqual([parcel.files.length + 1])
  })

  test('what a killed attempt left is cleared away, and nothing of others', async () => {
    mkdirSync(join(folder, `.${parcel.name}.0193a5d0`))
    writeFileSync(join(folder, `.${parcel.name}.0193a5d0`, 'paket.pdf'), 'half')
    mkdirSync(join(folder, '.2026-000999_anderes.0193a5d0'))
    await into().deliver(parcel, untilTheEnd)
    expect(readdirSync(folder).toSorted()).toEqual(['.2026-000999_anderes.0193a5d0', parcel.name])
  })

  test('an attempt that is ended leaves nothing', async () => {
    const ending = new AbortController()
    const delivering = refusalOf(into().deliver(slow(1_000, 2), ending.signal))
    await pause(30)
    ending.abort()
    await delivering
    expect(readdirSync(folder)).toEqual([])
  })

  test('two attempts at once leave one parcel, and at least one says that it is there', async () => {
    const outcomes = await Promise.allSettled([1, 2].map(() => into().deliver(slow(20, 2), untilTheEnd)))
    expect(outcomes.map(({ status }) => status)).toContain('fulfilled')
    await into().deliver(slow(20, 0), untilTheEnd)
    expect(readdirSync(folder)).toEqual([parcel.name])
  })

  test.each(['../x', '.versteckt', 'a/b', '', 'a\\b'])(
    'nothing is written under the name %j',
    async (name) => {
      const strange = { ...parcel, files: [{ ...parcel.files[0]!, name }] }
      await expect(into().deliver(strange, untilTheEnd)).rejects.toThrow('may lead elsewhere')
      expect(readdirSync(folder)).toEqual([])
    },
  )

  test('bytes that are not those of the package do not get there', async () => {
    const [first, ...rest] = parcel.files
    const wrong = { ...first!, open: inMemory(Buffer.from('verfälscht')).open }
    expect((await refusalOf(into().deliver({ ...parcel, files: [wrong, ...rest] }, untilTheEnd))).kind).toBe(
      'passing',
    )
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('to an address', () => {
  let receiver: Receiver
  beforeEach(async () => {
    receiver = await startReceiver()
  })
  afterEach(() => receiver.close())
  const to = (token: string | null = null) => new HttpsTransport(new URL(receiver.address), token)

  test('every file arrives, with the id of the package and our token', async () => {
    await to('geheim').deliver(parcel, untilTheEnd)
    const [{ headers, form }] = receiver.received as [Receiver['received'][number]]
    expect(headers).toMatchObject({
      'idempotency-key': parcel.packageId,
      authorization: 'Bearer geheim',
      'content-length': expect.stringMatching(/^\d+$/),
    })
    const files = form.getAll('datei') as File[]
    expect(files.map(({ name, size, type }) => [name, size, type])).toEqual(
      parcel.files.map(({ name, bytes, mediaType }) => [name, bytes, mediaType]),
    )
    expect(JSON.parse(String(form.get('paket')))).toMatchObject({
      paket: parcel.packageId,
      name: parcel.name,
    })
  })

  test.each([
    [500, 'passing'],
    [503, 'passing'],
    [429, 'passing'],
    [408, 'passing'],
    [301, 'lasting'],
    [307, 'lasting'],
    [400, 'lasting'],
    [401, 'lasting'],
    [404, 'lasting'],
    [409, 'lasting'],
    [413, 'lasting'],
  ] as const)('%d is a %s refusal, told without the token', async (status, kind) => {
    receiver.answer = () => status
    const refusal = await refusalOf(to('geheim').deliver(parcel, untilTheEnd))
    expect(refusal.kind).toBe(kind)
    expect(refusal.message).toContain(String(status))
    expect(JSON.stringify([refusal.message, String(refusal.cause)])).not.toContain('geheim')
    expect(receiver.received).toHaveLength(1)
  })

  test('where nobody answers it passes, and an attempt can be ended while it waits', async () => {
    receiver.answer = () => null
    const ending = new AbortController()
    const waiting = refusalOf(to().deliver(parcel, ending.signal))
    while (receiver.received.length === 0) await pause(5)
    ending.abort()
    expect((await waiting).kind).toBe('passing')
    const nobody = new HttpsTransport(new URL('http://localhost:9/'), null)
    expect((await refusalOf(nobody.deliver(parcel, untilTheEnd))).message).toContain(
      'Dort antwortet niemand.',
    )
  })

  test.each([
    [200, 'passing'],
    [413, 'lasting'],
  ] as const)(
    'an answer of %d before everything is there does not mean that it arrived',
    async (status, kind) => {
      const hasty = createServer((_, response) => response.writeHead(status, { connection: 'close' }).end())
      await once(hasty.listen(0, 'localhost'), 'listening')
      const address = new URL(`http://localhost:${(hasty.address() as AddressInfo).port}/`)
      const refusal = await refusalOf(new HttpsTransport(address, null).deliver(slow(50, 10), untilTheEnd))
      expect(refusal.kind).toBe(kind)
      hasty.close()
    },
  )

  test('a file that cannot be read ends the attempt with its own reason', async () => {
    const broken = {
      ...parcel.files[0]!,
      open: () => {
        throw new NotDelivered('passing', 'Nicht lesbar.')
      },
    }
    const refusal = await refusalOf(to().deliver({ ...parcel, files: [broken] }, untilTheEnd))
    expect(refusal.message).toBe('Nicht lesbar.')
  })
})

describe('over TLS', () => {
  const before = getCACertificates('default')
  afterAll(() => setDefaultCACertificates(before))

  test('only a receiver whose certificate is known gets the package', async () => {
    const receiver = await startReceiver(true)
    const deliver = (address = receiver.address) =>
      new HttpsTransport(new URL(address), 'geheim').deliver(parcel, untilTheEnd)
    expect((await refusalOf(deliver())).message).toContain(
      'Sein Zertifikat ist nicht gültig oder nicht bekannt.',
    )
    expect(receiver.received).toEqual([])
    setDefaultCACertificates([testCertificate.cert])
    await deliver()
    expect(receiver.received).toHaveLength(1)
    const otherName = receiver.address.replace('localhost', '127.0.0.1')
    expect((await refusalOf(deliver(otherName))).message).toMatch(/Zertifikat|antwortet niemand/)
    await receiver.close()
  })
})

test('attempts come less and less often, and at least every six hours', () => {
  expect([1, 2, 3, 9, 10, 50].map((attempt) => waitAfter(attempt, 60))).toEqual([
    60, 120, 240, 15_360, 21_600, 21_600,
  ])
})
