import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import pg from 'pg'
import { lockData } from '../../src/platform/postgres/lock-data.js'
import { isAlive } from '../../src/platform/postgres/processes.js'

interface Answer {
  readonly url: string
  readonly running: string | null
  readonly refused?: string
}

const support = (name: string): string => fileURLToPath(new URL(`../support/${name}`, import.meta.url))

let folder: string
let dataDir: string
const children: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-own-'))
  dataDir = join(folder, 'data')
})
afterEach(async () => {
  for (const child of children.splice(0)) await end(child, 'SIGKILL')
  await endPostmaster(postmasterPid())
  rmSync(folder, { recursive: true, force: true })
})

async function startChild(): Promise<{ child: ChildProcess; answer: Answer }> {
  const args = ['--import', support('load-typescript.mjs'), support('hold-postgres.ts'), dataDir]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  for await (const line of createInterface({ input: child.stdout! }))
    return { child, answer: JSON.parse(line) as Answer }
  throw new Error('The child said nothing.')
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

function postmasterPid(): number | null {
  const path = join(dataDir, 'postgres', 'postmaster.pid')
  return existsSync(path) ? Number(readFileSync(path, 'utf8').split('\n')[0]) : null
}

async function endPostmaster(pid: number | null): Promise<void> {
  if (pid === null || !isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  await pause(20)
  await endPostmaster(pid)
}

async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

test('data are there after an orderly end, and nothing is left running', async () => {
  const first = await startChild()
  await query(first.answer.url, 'create table kept as select 1 as one')
  const pid = postmasterPid()!
  await end(first.child, 'SIGTERM')
  expect(isAlive(pid)).toBe(false)
  expect(existsSync(join(dataDir, 'server.lock'))).toBe(false)
  const second = await startChild()
  expect(await query(second.answer.url, 'select one from kept')).toEqual([{ one: 1 }])
})

test('a server left behind by a kill is taken over, with all that was acknowledged', async () => {
  const first = await startChild()
  await query(first.answer.url, 'create table kept as select 1 as one')
  const pid = postmasterPid()
  await end(first.child, 'SIGKILL')
  expect(isAlive(pid!)).toBe(true)
  const second = await startChild()
  expect(postmasterPid()).toBe(pid)
  expect(second.answer.url).toBe(first.answer.url)
  expect(await query(second.answer.url, 'select one from kept')).toEqual([{ one: 1 }])
  await end(second.child, 'SIGTERM')
  expect(isAlive(pid!)).toBe(false)
})

test('when both were killed, the database recovers', async () => {
  const first = await startChild()
  await query(first.answer.url, 'create table kept as select 1 as one')
  await end(first.child, 'SIGKILL')
  process.kill(postmasterPid()!, 'SIGKILL')
  const second = await startChild()
  expect(await query(second.answer.url, 'select one from kept')).toEqual([{ one: 1 }])
})

test('a second process on the same data is refused, and told by whom', async () => {
  const first = await startChild()
  const second = await startChild()
  expect(second.answer.refused).toContain(`(Prozess ${first.child.pid})`)
  expect(await query(first.answer.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a lock whose number another program has by now is no lock', async () => {
  mkdirSync(dataDir)
  writeFileSync(join(dataDir, 'server.lock'), `${process.pid} 12345`)
  expect((await startChild()).answer.refused).toBeUndefined()
})

test('a lock that is given back while it is looked at is no lock', async () => {
  mkdirSync(dataDir)
  // One that is gone reads as one that is empty.
  writeFileSync(join(dataDir, 'server.lock'), '')
  const unlock = await lockData(dataDir)
  unlock()
  expect(existsSync(join(dataDir, 'server.lock'))).toBe(false)
})

test('a postmaster file whose number another program has by now does not stop the start', async () => {
  const first = await startChild()
  await end(first.child, 'SIGTERM')
  writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n${dataDir}\n0\n1\n`)
  expect((await startChild()).answer.refused).toBeUndefined()
})

test('a first start that was cut off leaves nothing that looks like a database', async () => {
  mkdirSync(join(dataDir, 'postgres.new'), { recursive: true })
  writeFileSync(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n')
  chmodSync(dataDir, 0o755)
  const { answer } = await startChild()
  expect(await query(answer.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('the password lies with the data, for their owner alone, and opens nothing but this database', async () => {
  const { answer } = await startChild()
  expect(statSync(join(dataDir, 'postgres-password')).mode & 0o077).toBe(0)
  expect(answer.running).toBe(answer.url)
  const wrong = new URL(answer.url)
  wrong.password = 'x'
  await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed')
  expect(await query(answer.url, 'select rolsuper from pg_roles where rolname = current_user')).toEqual([
    { rolsuper: false },
  ])
})
