import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Logger } from '@nestjs/common'
import { readConfig } from '../../src/config.js'
import { Quarantine } from '../../src/platform/malware/quarantine.js'
import { StoreKeyRing } from '../../src/platform/store-key-ring.js'
import { eicar } from '../support/clamd.js'

let dataDir: string
beforeEach(() => {
  Logger.overrideLogger(false)
  dataDir = mkdtempSync(join(tmpdir(), 'lotse-quarantine-'))
})
afterEach(() => {
  Logger.overrideLogger(['log', 'warn', 'error'])
  rmSync(dataDir, { recursive: true, force: true })
})

const put = (text: string) => {
  const config = { ...readConfig({}), dataDir }
  return new Quarantine(config, new StoreKeyRing(config)).put(Buffer.from(text))
}
const lotse = (...args: string[]) =>
  spawnSync(process.execPath, ['dist/cli.js', 'quarantine', ...args], {
    encoding: 'utf8',
    env: { DATA_DIR: dataDir },
  })

test('the same bytes are kept once, encrypted, for the program alone', async () => {
  const { sha256 } = await put(eicar)
  await put(eicar)
  const folder = join(dataDir, 'quarantine')
  expect(readdirSync(folder)).toEqual([`${sha256}.enc`])
  expect(readFileSync(join(folder, `${sha256}.enc`)).includes('EICAR')).toBe(false)
  expect(statSync(join(folder, `${sha256}.enc`)).mode & 0o777).toBe(0o600)
})

test('the command names what is there, and gives out a file as it came, once', async () => {
  const { sha256 } = await put(eicar)
  expect(lotse().stdout).toMatch(new RegExp(`^${sha256}  \\d\\d\\.\\d\\d\\.\\d{4}`))
  const out = join(dataDir, 'fund.pdf')
  expect(lotse(sha256, '--out', out)).toMatchObject({ status: 0, stderr: '' })
  expect(readFileSync(out, 'utf8')).toBe(eicar)
  expect(statSync(out).mode & 0o777).toBe(0o600)
  expect(lotse(sha256, '--out', out)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('lässt sich nicht anlegen (EEXIST)'),
  })
})

test('a file that was altered is not given out, not even in part', async () => {
  const { sha256 } = await put(eicar.repeat(3_000))
  truncateSync(join(dataDir, 'quarantine', `${sha256}.enc`), 150_000)
  const out = join(dataDir, 'fund.pdf')
  expect(lotse(sha256, '--out', out)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('lässt sich nicht öffnen'),
  })
  expect(existsSync(out)).toBe(false)
})

test('without the key nothing is given out', async () => {
  const { sha256 } = await put(eicar)
  rmSync(join(dataDir, 'keys'), { recursive: true })
  expect(lotse(sha256, '--out', join(dataDir, 'fund.pdf'))).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('Der Schlüssel des Dateispeichers fehlt'),
  })
})

test.each([
  ['a hash of nothing', ['ab'.repeat(32), '--out', 'x'], 'keine Datei mit der Prüfsumme'],
  ['a path for a hash', ['../keys/store.key', '--out', 'x'], 'keine Datei mit der Prüfsumme'],
])('the command refuses %s, and makes no key for it', (_, args, sentence) => {
  expect(lotse(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining(sentence) })
  expect(readdirSync(dataDir)).toEqual([])
})

test('what cannot be looked into is not called empty', () => {
  writeFileSync(join(dataDir, 'quarantine'), '')
  expect(lotse()).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining('lässt sich nicht lesen (ENOTDIR)'),
  })
})

test('the command says when nothing is there, and asks where to put a file', async () => {
  expect(lotse().stdout).toBe('Die Quarantäne ist leer.\n')
  const { sha256 } = await put(eicar)
  expect(lotse(sha256).stderr).toContain('Bitte --out <Datei> angeben')
})
