import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Logger } from '@nestjs/common'
import { readConfig } from '../../src/config.js'
import { DamagedFile } from '../../src/platform/damaged-file.js'
import { FileStore } from '../../src/platform/file-store.js'
import { bytesOf, piecesOf, streamOf } from '../../src/platform/lent-file.js'
import { headerBytes, encryptedChunkBytes } from '../../src/platform/encrypted-format.js'
import { gatheredFrom, hashOf, longContent } from './support/content.js'

// That a key was made is told to operators, not to whoever runs the tests.
beforeAll(() => Logger.overrideLogger(false))
afterAll(() => Logger.overrideLogger(['log', 'warn', 'error']))

let folder: string
let store: FileStore
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-files-'))
  store = new FileStore({ ...readConfig({}), dataDir: folder })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The files of the store, without what stands beside them. */
const names = (): string[] =>
  readdirSync(join(folder, 'files'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => statSync(join(folder, 'files', name)).isFile() && !name.endsWith('.json'),
  )

const pathOf = async (sha256: string): Promise<string> => (await store.lend(sha256)).path

async function* inPieces(text: string): AsyncIterable<Uint8Array> {
  for (const letter of text) yield Buffer.from(letter)
}

test('a file is known by the hash of its bytes, closed to others', async () => {
  const { sha256, bytes } = await store.put(Buffer.from('Ausweis'))
  expect(bytes).toBe(7)
  expect(sha256).toBe(hashOf('Ausweis'))
  expect((await buffer(store.stream(sha256))).toString()).toBe('Ausweis')
  expect(statSync(await pathOf(sha256)).mode & 0o077).toBe(0)
})

test('the same bytes, in whatever pieces, are one file', async () => {
  const whole = await store.put(Buffer.from('Mietvertrag'))
  expect(await store.put(inPieces('Mietvertrag'))).toEqual(whole)
  expect(names()).toHaveLength(1)
})

test('a stream that breaks off leaves nothing', async () => {
  async function* breaksOff(): AsyncIterable<Uint8Array> {
    yield Buffer.from('half of')
    throw new Error('connection lost')
  }
  await expect(store.put(breaksOff())).rejects.toThrow('connection lost')
  expect(names()).toEqual([])
})

test('what is no hash is no path', async () => {
  await expect(store.lend('../../etc/passwd')).rejects.toThrow('Not the name')
})

test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_001])(
  '%i bytes come back as they were',
  async (length) => {
    const content = longContent(length)
    const { sha256 } = await store.put(content)
    expect((await buffer(store.stream(sha256))).equals(content)).toBe(true)
  },
)

describe('on the disk', () => {
  test('neither the content nor which file it is can be seen', async () => {
    const content = Buffer.from('Käthe Schröder, geboren am 3. Mai 1961. '.repeat(5_000))
    const { sha256 } = await store.put(content)
    const onDisk = readFileSync(await pathOf(sha256))
    expect(onDisk.includes('Schröder')).toBe(false)
    expect(onDisk.includes(Buffer.from(sha256, 'hex'))).toBe(false)
    expect(names().join()).not.toContain(sha256)
    expect(onDisk.length - content.length).toBeLessThan(200)
  })

  test('the same content lies differently in two stores', async () => {
    const other = mkdtempSync(join(tmpdir(), 'lotse-files-'))
    const { sha256 } = await store.put(Buffer.from('Formular'))
    const elsewhere = new FileStore({ ...readConfig({}), dataDir: other })
    await elsewhere.put(Buffer.from('Formular'))
    expect((await elsewhere.lend(sha256)).path.slice(other.length)).not.toBe(
      (await pathOf(sha256)).slice(folder.length),
    )
    rmSync(other, { recursive: true })
  })

  test('what is lent opens this file and no other', async () => {
    const one = await store.lend((await store.put(Buffer.from('one'))).sha256)
    const two = await store.lend((await store.put(Buffer.from('two'))).sha256)
    expect(JSON.parse(JSON.stringify(one))).toEqual(one)
    expect(Object.keys(one).toSorted()).toEqual(['key', 'path', 'sha256'])
    const master = readFileSync(join(folder, 'keys', 'store.key'), 'utf8').trim()
    expect(Buffer.from(one.key!, 'base64').toString('hex')).not.toBe(master)
    expect((await bytesOf(one)).toString()).toBe('one')
    await expect(bytesOf({ ...two, key: one.key! })).rejects.toThrow(DamagedFile)
  })
})

describe('a file that is not what was stored is noticed by name', () => {
  const chunkAt = (index: number) => headerBytes + index * encryptedChunkBytes
  const flip = (bytes: Buffer, at: number): Buffer => {
    bytes.writeUInt8(bytes[at]! ^ 1, at)
    return bytes
  }

  const changes: readonly [string, (bytes: Buffer) => Buffer][] = [
    ['a bit of the first chunk', (bytes) => flip(bytes, chunkAt(0))],
    ['a bit of a tag', (bytes) => flip(bytes, chunkAt(1) - 1)],
    ['a bit of the last chunk', (bytes) => flip(bytes, bytes.length - 20)],
    ['the kind of file', (bytes) => flip(bytes, 1)],
    ['the id of the key', (bytes) => flip(bytes, 8)],
    ['the salt', (bytes) => flip(bytes, 16)],
    ['the encrypted hash', (bytes) => flip(bytes, 48)],
    ['the end, in the middle of a chunk', (bytes) => bytes.subarray(0, -1)],
    ['the last chunk', (bytes) => bytes.subarray(0, chunkAt(2))],
    ['all chunks', (bytes) => bytes.subarray(0, headerBytes)],
    ['half the header', (bytes) => bytes.subarray(0, 20)],
    ['everything', () => Buffer.alloc(0)],
    ['something added', (bytes) => Buffer.concat([bytes, Buffer.alloc(100)])],
    ['the last chunk twice', (bytes) => Buffer.concat([bytes, bytes.subarray(chunkAt(2))])],
    [
      'two chunks in the other order',
      (bytes) => {
        const [first, second] = [
          bytes.subarray(chunkAt(0), chunkAt(1)),
          bytes.subarray(chunkAt(1), chunkAt(2)),
        ]
        return Buffer.concat([bytes.subarray(0, headerBytes), second, first, bytes.subarray(chunkAt(2))])
      },
    ],
  ]

  test.each(changes)('%s', async (_, change) => {
    const { sha256 } = await store.put(longContent(150_000))
    const path = await pathOf(sha256)
    writeFileSync(path, change(readFileSync(path)))
    const error: unknown = await buffer(store.stream(sha256)).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(DamagedFile)
    expect(String(error)).toMatch(/[0-9a-f]{64}/)
    expect(await store.isWhole(sha256)).toBe(false)
  })

  const ofChunks = changes.filter(([what]) => /chunk|tag|added|everything/.test(what))

  test.each(ofChunks)('%s, already while it is read, before its hash is known', async (_, change) => {
    const { sha256 } = await store.put(longContent(150_000))
    const { path, key } = await store.lend(sha256)
    writeFileSync(path, change(readFileSync(path)))
    const damaged = /was altered, cut or moved|has no content/
    await expect(bytesOf({ path, key: key! })).rejects.toThrow(damaged)
    expect(() => gatheredFrom(piecesOf({ path, key: key! }))).toThrow(damaged)
  })

  test('another file in its place', async () => {
    const one = await store.put(Buffer.from('one'))
    const two = await store.put(Buffer.from('two'))
    copyFileSync(await pathOf(one.sha256), await pathOf(two.sha256))
    await expect(buffer(store.stream(two.sha256))).rejects.toThrow('is another file')
  })

  test('no file in its place', async () => {
    const { sha256 } = await store.put(Buffer.from('one'))
    rmSync(await pathOf(sha256))
    await expect(buffer(store.stream(sha256))).rejects.toThrow(`stored file ${sha256}: is missing`)
  })

  test('one that vanishes while a child has it', async () => {
    const { sha256 } = await store.put(Buffer.from('one'))
    const lent = await store.lend(sha256)
    rmSync(lent.path)
    await expect(buffer(streamOf(lent))).rejects.toThrow(DamagedFile)
    expect(() => gatheredFrom(piecesOf(lent))).toThrow(DamagedFile)
  })

  test('and is mended by the same bytes, put again', async () => {
    const { sha256 } = await store.put(longContent(150_000))
    truncateSync(await pathOf(sha256), 100_000)
    await store.put(longContent(150_000))
    expect(await store.isWhole(sha256)).toBe(true)
  })
})

test('who was lent a file reads it to its end, also when it is put again meanwhile', async () => {
  const { sha256 } = await store.put(longContent(150_000))
  const lent = await store.lend(sha256)
  await store.put(longContent(150_000))
  expect((await bytesOf(lent)).equals(longContent(150_000))).toBe(true)
})

describe('the sweep', () => {
  const long = new Date(Date.now() - 3_600_000)
  const putBefore = async (instant: Date, known?: ReadonlySet<string>): Promise<string[]> => {
    const found = []
    for await (const hashes of store.putBefore(instant, known)) found.push(...hashes)
    return found
  }

  test('is told the hashes of old files, also of those that an earlier version stored', async () => {
    const encrypted = await store.put(Buffer.from('encrypted'))
    const plain = storePlain('plain')
    utimesSync(await pathOf(encrypted.sha256), 0, 0)
    utimesSync(plain.path, 0, 0)
    await store.put(Buffer.from('young'))
    const both = [encrypted.sha256, plain.sha256]
    expect((await putBefore(long)).toSorted()).toEqual(both.toSorted())
    for (const [index, sha256] of both.entries())
      expect(await putBefore(long, new Set(store.fileNamesOf(sha256)))).toEqual([both[1 - index]])
    await store.removePutBefore(long, plain.sha256)
    await expect(buffer(store.stream(plain.sha256))).rejects.toThrow('is missing')
  })

  test('leaves alone what cannot be opened', async () => {
    const { sha256 } = await store.put(Buffer.from('encrypted'))
    const path = await pathOf(sha256)
    truncateSync(path, 10)
    utimesSync(path, 0, 0)
    expect(await putBefore(long)).toEqual([])
  })
})

/** As versions before the encrypted store did. */
function storePlain(content: string): { sha256: string; path: string } {
  const sha256 = hashOf(content)
  const path = join(folder, 'files', sha256.slice(0, 2), sha256)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return { sha256, path }
}

describe('a file that an earlier version stored as it came', () => {
  test('is still read, and lent', async () => {
    const { sha256 } = storePlain('from before')
    expect((await buffer(store.stream(sha256))).toString()).toBe('from before')
    expect((await bytesOf(await store.lend(sha256))).toString()).toBe('from before')
  })

  test('is noticed when it was altered', async () => {
    const { sha256, path } = storePlain('from before')
    appendFileSync(path, '!')
    await expect(buffer(store.stream(sha256))).rejects.toThrow('has other content than its name')
  })
})
