import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Logger } from '@nestjs/common'
import { type Config, readConfig } from '../../src/config.js'
import { FileStore } from '../../src/platform/file-store.js'
import { StartFailure } from '../../src/platform/start-failure.js'
import { RenewFiles } from '../../src/platform/renew-files.js'
import { StoreKeyRing } from '../../src/platform/store-key-ring.js'
import { makeKeyFile } from '../../src/platform/store-keys.js'

let folder: string
let config: Config
let told: string[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-keys-'))
  config = { ...readConfig({}), dataDir: join(folder, 'data') }
  told = []
  const tell = (message: unknown) => void told.push(String(message))
  Logger.overrideLogger({ log: tell, warn: tell, error: tell })
})
afterEach(() => {
  Logger.overrideLogger(['log', 'warn', 'error'])
  rmSync(folder, { recursive: true, force: true })
})

const madeKey = () => join(config.dataDir, 'keys', 'store.key')
const keyFile = (...keys: string[]): string => {
  const path = join(folder, 'store.key')
  writeFileSync(path, keys.join('\n'))
  return path
}
const newKey = () => randomBytes(32).toString('hex')
const open = (more: Partial<Config> = {}) => new FileStore({ ...config, ...more })
const failure = (more: Partial<Config> = {}): string => {
  try {
    open(more)
    return ''
  } catch (error) {
    expect(error).toBeInstanceOf(StartFailure)
    return (error as Error).message
  }
}
const encryptedFiles = () =>
  readdirSync(join(config.dataDir, 'files'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.enc'),
  )

describe('the key that is made', () => {
  test('is for the program alone, is told once, and is found again', async () => {
    const { sha256 } = await open().put(Buffer.from('Antrag'))
    expect(statSync(madeKey()).mode & 0o077).toBe(0)
    expect(readFileSync(madeKey(), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
    expect(readdirSync(dirname(madeKey()))).toEqual(['store.key'])
    expect((await buffer(open().stream(sha256))).toString()).toBe('Antrag')
    expect(told).toHaveLength(1)
    expect(told[0]).toContain(madeKey())
    expect(told[0]).not.toContain(readFileSync(madeKey(), 'utf8').trim())
  })

  test('never takes the place of one that is there', () => {
    open()
    const key = readFileSync(madeKey(), 'utf8')
    makeKeyFile(madeKey())
    expect(readFileSync(madeKey(), 'utf8')).toBe(key)
  })

  test('is not made anew when it is lost: the files need the old one', async () => {
    await open().put(Buffer.from('Antrag'))
    rmSync(madeKey())
    expect(failure()).toMatch(
      /^Der Schlüssel des Dateispeichers fehlt: .* Bitte aus der Sicherung zurückholen\.$/,
    )
    expect(existsSync(madeKey())).toBe(false)
  })

  test('is not made anew either when nothing but a file tells that there was one', async () => {
    await open().put(Buffer.from('Antrag'))
    rmSync(madeKey())
    rmSync(join(config.dataDir, 'files', 'keys.json'))
    expect(failure()).toContain('Der Schlüssel des Dateispeichers fehlt')
  })
})

describe('the program does not start', () => {
  test.each([
    ['with a key file that is missing', () => join(folder, 'nowhere'), 'STORE_KEY_FILE: '],
    ['with an empty key file', () => keyFile(), 'enthält keinen Schlüssel'],
    ['with a key that was cut', () => keyFile(newKey().slice(1)), 'Schlüssel 1 ist nicht lesbar'],
    ['with a second key that is none', () => keyFile('# neu', newKey(), 'x'), 'Schlüssel 2 ist nicht lesbar'],
    ['with a folder for a key', () => folder, 'nicht lesbar'],
  ])('%s', (_, path, sentence) => {
    expect(failure({ storeKeyFile: path() })).toContain(sentence)
  })

  test('with the key of another store, and a file store stays as it was', async () => {
    await open({ storeKeyFile: keyFile(newKey()) }).put(Buffer.from('Antrag'))
    const other = newKey()
    const told = failure({ storeKeyFile: keyFile(other) })
    expect(told).toContain('Das ist nicht der Schlüssel der Dateien')
    expect(told).not.toContain(other)
  })

  test('with the right key where what it needs is not readable', () => {
    open()
    truncateSync(join(config.dataDir, 'files', 'keys.json'), 5)
    expect(failure()).toContain('keys.json ist nicht lesbar')
  })
})

describe('a new key in the first line', () => {
  const renew = (more: Partial<Config>) => {
    const all = { ...config, ...more }
    const ring = new StoreKeyRing(all)
    return new RenewFiles(all, ring, new FileStore(all, ring)).renew()
  }

  test('writes, and the old one below it still reads', async () => {
    const old = newKey()
    const before = await open({ storeKeyFile: keyFile(old) }).put(Buffer.from('before'))
    const files = open({ storeKeyFile: keyFile(newKey(), old) })
    const after = await files.put(Buffer.from('after'))
    expect((await buffer(files.stream(before.sha256))).toString()).toBe('before')
    expect((await buffer(files.stream(after.sha256))).toString()).toBe('after')
    expect(failure({ storeKeyFile: keyFile(old) })).toContain('nicht der Schlüssel')
  })

  test('can go on alone once all files are encrypted anew', async () => {
    const [old, young] = [newKey(), newKey()]
    const { sha256 } = await open({ storeKeyFile: keyFile(old) }).put(Buffer.from('before'))
    await renew({ storeKeyFile: keyFile(young, old) })
    expect(encryptedFiles()).toHaveLength(1)
    const alone = open({ storeKeyFile: keyFile(young) })
    expect((await buffer(alone.stream(sha256))).toString()).toBe('before')
  })

  test('does not go on alone while a file needs the old one', async () => {
    const [old, young] = [newKey(), newKey()]
    const files = open({ storeKeyFile: keyFile(old) })
    const { sha256 } = await files.put(Buffer.from('before'))
    truncateSync((await files.lend(sha256)).path, 130)
    await renew({ storeKeyFile: keyFile(young, old) })
    expect(failure({ storeKeyFile: keyFile(young) })).toContain('nicht der Schlüssel')
    expect(encryptedFiles()).toHaveLength(1)
    expect(told.some((line) => line.includes('stays as it is'))).toBe(true)
  })

  test('what an earlier version stored as it came is encrypted, and only what is whole', async () => {
    const altered = '9e3669d19b675bd57058fd4664205d2a0f0a9d6f5f3a8e8f0d9f9c3f0f1a2b3c'
    const path = (name: string) => join(config.dataDir, 'files', name.slice(0, 2), name)
    const files = open()
    const { sha256 } = await files.put(Buffer.from('from before'))
    await files.remove(sha256)
    for (const [name, content] of [
      [sha256, 'from before'],
      [altered, 'not what its name says'],
    ] as const) {
      mkdirSync(dirname(path(name)), { recursive: true })
      writeFileSync(path(name), content)
    }
    await renew({})
    expect(existsSync(path(sha256))).toBe(false)
    expect((await buffer(files.stream(sha256))).toString()).toBe('from before')
    expect(readFileSync(path(altered), 'utf8')).toBe('not what its name says')
  })
})
