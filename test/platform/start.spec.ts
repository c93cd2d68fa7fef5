import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { isAlive } from '../../src/platform/postgres/processes.js'
import { Client, signIn } from '../support/client.js'
import { startEmptyDatabase } from '../support/database.js'

// The built program, as `npm start` runs it.
const main = join(process.cwd(), 'dist', 'main.js')

let dataDir: string
let children: ChildProcess[] = []
beforeEach(() => {
  if (!existsSync(main)) throw new Error('Run "npm run build" first: these tests start the built program.')
  dataDir = mkdtempSync(join(tmpdir(), 'lotse-start-'))
})
afterEach(async () => {
  await end('SIGTERM')
  children = []
  rmSync(dataDir, { recursive: true, force: true })
})

/** Starts it and waits for its welcome or its end. */
function start(
  env: Record<string, string> = {},
): Promise<{ url: string; told: string; code: number | null }> {
  const { PATH } = process.env
  const settings = {
    PATH,
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'silent',
    PASSWORD_MEMORY_KIB: '7168',
    READY_CHILD: 'off',
    ...env,
  }
  const child = spawn(process.execPath, [main], { env: settings })
  children.push(child)
  let told = ''
  return new Promise((resolve) => {
    const answer = () => resolve({ url: /läuft: (\S+)/.exec(told)?.[1] ?? '', told, code: child.exitCode })
    const listen = (chunk: Buffer) => {
      told += chunk.toString()
      if (told.includes('läuft: ') && told.endsWith('\n')) answer()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('close', answer)
  })
}

/** Ends all that were started. @returns their exit codes */
const end = (signal: 'SIGTERM' | 'SIGKILL'): Promise<(number | null)[]> =>
  Promise.all(
    children.map(async (child) => {
      if (child.exitCode === null && child.signalCode === null && child.kill(signal))
        await once(child, 'exit')
      return child.exitCode
    }),
  )

const postmaster = (): number =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

test('a signal that comes while it starts leaves no database behind', async () => {
  const starting = start()
  while (!existsSync(join(dataDir, 'postgres', 'postmaster.pid'))) await setTimeout(5)
  await setTimeout(20)
  const pid = postmaster()
  expect(await end('SIGTERM')).toEqual([0])
  expect([isAlive(pid), existsSync(join(dataDir, 'server.lock'))]).toEqual([false, false])
  expect((await starting).told).toBe('')
})

test('on a bare machine it starts with a database of its own, goes on after a kill, and ends whole', async () => {
  const first = await start()
  expect(first.told).toContain('Kennwort für alle: nur-zur-vorfuehrung')
  expect(first.told).toContain(
    'Bürgerbüro Boizenburg: j.pruess (Lotse), k.schroeder (Lotse), a.yildiz (Lotse)',
  )
  const before = await signIn(first, 'k.schroeder')
  await end('SIGKILL')

  const second = await start()
  const after = new Client(second.url)
  after.cookieHeader = before.cookieHeader
  expect((await after.api('GET', '/api/session')).json()).toMatchObject({ actor: { name: 'Käthe Schröder' } })

  const pid = postmaster()
  const child = children.at(-1)!
  // Signals that come while it ends do not cut its end short.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGINT', 'SIGTERM'] as const) {
    child.kill(signal)
    await setTimeout(5)
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  expect([child.exitCode, isAlive(pid)]).toEqual([0, false])
})

test('a real installation tells the passwords it made, once', async () => {
  const installation = join(dataDir, 'stadt.json')
  const staff = { signInName: 'a.b', name: 'A B', roles: ['operator'], authority: 'stadt' }
  const authorities = [{ key: 'stadt', name: 'Stadt', kind: 'gemeinde', departments: [] }]
  writeFileSync(installation, JSON.stringify({ name: 'Stadt', authorities, offices: [], staff: [staff] }))
  const database = await startEmptyDatabase()
  const env = { INSTALLATION: installation, DATABASE_URL: database.url }
  const first = await start(env)
  expect(first.told).not.toContain('Vorführung')
  const client = new Client(first.url)
  await client.signIn('a.b', /^a\.b\t([\w-]{16})$/m.exec(first.told)![1]!)
  await end('SIGTERM')
  expect((await start(env)).told).not.toContain('a.b')
  await end('SIGTERM')
  await database.drop()
})

test('with DATABASE_URL it starts none, and two that start together do not get in each other’s way', async () => {
  const database = await startEmptyDatabase()
  const servers = await Promise.all(
    ['first', 'second'].map((name) => start({ DATABASE_URL: database.url, DATA_DIR: join(dataDir, name) })),
  )
  expect(servers.map(({ code }) => code)).toEqual([null, null])
  for (const server of servers) {
    expect(server.told).toContain('Datenbank: DATABASE_URL')
    await signIn(server, 'k.schroeder')
  }
  for (const name of ['first', 'second']) expect(existsSync(join(dataDir, name, 'postgres'))).toBe(false)
  expect(
    await database.query(`select count(*)::int as authorities from authority where kind = 'landkreis'`),
  ).toEqual([{ authorities: 1 }])
  expect(await end('SIGTERM')).toEqual([0, 0])
  await database.drop()
})

test.each([
  [{ PORT: 'achtzig' }, 'PORT: erwartet wird eine ganze Zahl von 0 bis 65535.\n'],
  [{ INSTALLATION: '/gibt/es/nicht.json' }, '/gibt/es/nicht.json: '],
  [{ STORE_KEY_FILE: '/gibt/es/nicht.key' }, 'STORE_KEY_FILE: /gibt/es/nicht.key gibt es nicht.'],
])('what cannot work is told in a sentence, without a stack: %j', async (env, sentence) => {
  const database = await startEmptyDatabase()
  const { told, code } = await start({ DATABASE_URL: database.url, ...env })
  expect(code).toBe(1)
  expect(told.startsWith(sentence)).toBe(true)
  expect(told).not.toMatch(/^\s+at /m)
  await database.drop()
})

test('a database that does not come is told in a sentence, without its password', async () => {
  const { code, told } = await start({ DATABASE_URL: 'postgres://lotse:geheim@127.0.0.1:1/lotse' })
  expect([code, told]).toEqual([
    1,
    expect.stringMatching(/^Die Datenbank ist nicht zu erreichen \(ECONNREFUSED\)\. Bitte prüfen/m),
  ])
  expect(told).not.toContain('geheim')
})

test('the key of the files is told once, and without it nothing starts', async () => {
  const database = await startEmptyDatabase()
  const env = { DATABASE_URL: database.url, LOG_LEVEL: 'warn' }
  expect((await start(env)).told).toContain(join(dataDir, 'keys', 'store.key'))
  await end('SIGTERM')
  expect((await start(env)).told).not.toContain('store.key')
  await end('SIGTERM')
  rmSync(join(dataDir, 'keys'), { recursive: true })
  const { code, told } = await start(env)
  expect([code, told]).toEqual([
    1,
    expect.stringMatching(/^Der Schlüssel des Dateispeichers fehlt: .*zurückholen\.\n$/),
  ])
  // Nor a new seal, which whoever brings back that one key would seal with from then on.
  expect(existsSync(join(dataDir, 'keys'))).toBe(false)
  await database.drop()
})

test('a data folder that cannot be one is told in a sentence', async () => {
  const path = join(dataDir, 'file')
  writeFileSync(path, '')
  const { code, told } = await start({ DATA_DIR: path })
  expect([code, told]).toEqual([
    1,
    expect.stringMatching(/^\S+file\S* lässt sich nicht lesen oder schreiben \(/),
  ])
})

test('a port that is taken is named, and the database does not stay behind', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { told, code } = await start({ PORT: String(port) })
  other.close()
  expect(code).toBe(1)
  expect(told).toContain(`Der Anschluss ${port} ist belegt.`)
  for (const left of ['postgres/postmaster.pid', 'server.lock'])
    expect(existsSync(join(dataDir, left))).toBe(false)
})
