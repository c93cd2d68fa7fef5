import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { readConfig, WrongConfig } from '../../src/config.js'

const messageOf = (env: Record<string, string>): string => {
  try {
    readConfig(env)
    return ''
  } catch (error) {
    expect(error).toBeInstanceOf(WrongConfig)
    return (error as Error).message
  }
}

test('without any variable the program starts on this machine with a database of its own', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://localhost:3000',
    databaseUrl: null,
  })
})

test.each([
  [{ HOST: '::1' }, 'http://[::1]:3000'],
  [{ HOST: '::' }, 'http://localhost:3000'],
  [{ HOST: '192.0.2.7', PORT: '80' }, 'http://192.0.2.7:80'],
  [{ PUBLIC_URL: 'https://Lotse.example:8443/' }, 'https://Lotse.example:8443'],
])('%j is reached at %s', (env, address) => {
  expect(readConfig(env).publicUrl).toBe(address)
})

test('a time-stamping authority is asked at the very address that is given', () => {
  const address = 'http://zeitstempel.example/tsa/'
  expect(readConfig({ SEAL_TIMESTAMP_URL: address }).sealTimestampUrl).toBe(address)
})

test('containers are given every variable but those of their own places', () => {
  const names = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name!)
  const composition = readFileSync('compose.yaml', 'utf8')
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(composition))).toEqual([
    'HOST',
    'DATA_DIR',
    'RULES_DIR',
    'TEMPLATES_DIR',
  ])
})

test('an empty variable counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: null })
})

test.each([
  ['PORT', '80a'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['PORT', '1e3'],
  ['LOG_LEVEL', 'laut'],
  ['PUBLIC_URL', 'verwaltungslotse.example'],
  ['PUBLIC_URL', 'ftp://example.org'],
  ['PUBLIC_URL', 'https://example.org/lotse'],
  ['PUBLIC_URL', 'https://example.org/?mandant=1'],
  ['PUBLIC_URL', 'https://example.org/#start'],
  ['PUBLIC_URL', 'https://lotse:geheim@example.org'],
  ['SESSION_SECRET', 'short'],
  ['SESSION_IDLE_MINUTES', '0'],
  ['MALWARE_SCANNER', 'clamd:3310'],
  ['MALWARE_SCANNER', 'tcp://clamd'],
  ['MALWARE_SCANNER', 'tcp://clamd:0'],
  ['MALWARE_SCANNER', 'tcp://a/b:3310'],
  ['MALWARE_SCANNER', 'unix:clamd.sock'],
  ['DELIVERY_TOKENS', 'dms.example'],
  ['DELIVERY_TOKENS', 'https://dms.example=abc'],
  ['DELIVERY_TOKENS', 'dms.example=ab c'],
  ['DELIVERY_TRIES', '0'],
])('%s=%s is refused by name', (name, value) => {
  expect(messageOf({ [name]: value })).toMatch(new RegExp(`^${name}: erwartet `))
})

test.each([
  ['tcp://clamd:3310', { host: 'clamd', port: 3310 }],
  ['tcp://[::1]:3310', { host: '::1', port: 3310 }],
  ['unix:/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ['', null],
])('MALWARE_SCANNER=%s is understood', (value, address) => {
  expect(readConfig({ MALWARE_SCANNER: value }).malwareScanner).toEqual(address)
})

test('a wrong DATABASE_URL is not repeated, because it holds a password', () => {
  const message = messageOf({ DATABASE_URL: 'mysql://root:geheim@db' })
  expect(message).toContain('DATABASE_URL')
  expect(message).not.toContain('geheim')
})

test('everything that is wrong is told at once', () => {
  expect(messageOf({ PORT: 'x', LOG_LEVEL: 'y' }).split('\n')).toHaveLength(2)
})

test('each token belongs to one host, and a wrong one is not repeated', () => {
  const { deliveryTokens } = readConfig({ DELIVERY_TOKENS: ' DMS.example=a-b_c== , localhost:8443=d ' })
  expect([...deliveryTokens]).toEqual([
    ['dms.example', 'a-b_c=='],
    ['localhost:8443', 'd'],
  ])
  expect(messageOf({ DELIVERY_TOKENS: 'dms.example=gehe im' })).not.toContain('gehe')
})
