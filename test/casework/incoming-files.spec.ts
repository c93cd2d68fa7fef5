import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { IncomingFiles } from '../../src/casework/incoming-files.js'
import { signatureLength } from '../../src/casework/media-type.js'
import { readConfig } from '../../src/config.js'
import { bytesOf } from '../../src/platform/lent-file.js'

let dataDir: string
let incoming: IncomingFiles
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lotse-incoming-'))
  incoming = new IncomingFiles({ ...readConfig({}), dataDir, databaseUrl: '' })
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const left = () => readdirSync(join(dataDir, 'incoming'))
const letter = Buffer.from('%PDF-1.7 Käthe Schröder, geboren am 3. Mai 1961. '.repeat(4_000))

test('what comes in lies encrypted, and can be read by whoever it is lent to', async () => {
  const file = await incoming.receive(Readable.from([letter.subarray(0, 3), letter.subarray(3)]))
  expect(file.bytes).toBe(letter.length)
  expect(Buffer.from(file.start).equals(letter.subarray(0, signatureLength))).toBe(true)
  expect((await bytesOf(file)).equals(letter)).toBe(true)
  expect(readFileSync(file.path).includes('Schröder')).toBe(false)
  expect(readFileSync(file.path).includes('%PDF')).toBe(false)
  await incoming.discard(file.path)
  expect(left()).toEqual([])
})

test('a file without bytes has none', async () => {
  const file = await incoming.receive(Readable.from([]))
  expect([file.bytes, file.start.length]).toEqual([0, 0])
})

test('what breaks off leaves nothing', async () => {
  const broken = Readable.from(
    (async function* () {
      yield letter
      throw new Error('connection lost')
    })(),
  )
  await expect(incoming.receive(broken)).rejects.toThrow('connection lost')
  expect(left()).toEqual([])
})
