import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readConfig } from '../../src/config.js'
import { FileStore } from '../../src/platform/file-store.js'

let folder: string
let store: FileStore
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-files-'))
  store = new FileStore({ ...readConfig({}), dataDir: folder })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const names = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  )

async function* inPieces(text: string): AsyncIterable<Uint8Array> {
  for (const letter of text) yield Buffer.from(letter)
}

test('a file lies under the hash of its bytes, closed to others', async () => {
  const { sha256, bytes } = await store.put(Buffer.from('Ausweis'))
  expect(bytes).toBe(7)
  expect(sha256).toBe(createHash('sha256').update('Ausweis').digest('hex'))
  expect((await store.read(sha256)).toString()).toBe('Ausweis')
  expect(statSync(store.lend(sha256).path).mode & 0o077).toBe(0)
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

test('what is no hash is no path', () => {
  expect(() => store.lend('../../etc/passwd').path).toThrow('Not the name')
})
