import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readConfig } from '../../src/config.js'
import { sessionSecret } from '../../src/platform/http/session-secret.js'
import { keepOnce } from '../../src/platform/keep-once.js'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lotse-once-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

test('what is kept is for the program alone, and stays as it was', () => {
  const path = join(dataDir, 'key')
  expect([keepOnce(path, 'first'), keepOnce(path, 'second')]).toEqual([true, false])
  expect(readFileSync(path, 'utf8')).toBe('first')
  expect(statSync(path).mode & 0o077).toBe(0)
  expect(readdirSync(dataDir)).toEqual(['key'])
})

test('what cannot be written leaves nothing behind', () => {
  expect(() => keepOnce(join(dataDir, 'nowhere', 'key'), 'first')).toThrow('ENOENT')
  expect(readdirSync(dataDir)).toEqual([])
})

test('the secret of the sessions is made once', () => {
  const config = { ...readConfig({}), dataDir }
  const secret = sessionSecret(config)
  expect(secret.length).toBeGreaterThan(32)
  expect(sessionSecret(config)).toBe(secret)
})
