import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { audit } from '../../src/platform/audit.js'
import { AuditTrail } from '../../src/platform/audit-trail.js'
import { Database } from '../../src/platform/database.js'
import { Ids } from '../../src/platform/ids.js'
import { startApp, type TestApp } from '../support/app.js'

let app: TestApp
let database: Database
let trail: AuditTrail
let subject: { kind: string; id: string }

beforeAll(async () => {
  app = await startApp()
  database = app.app.get(Database)
  trail = app.app.get(AuditTrail)
})
afterAll(() => app.stop())
beforeEach(() => {
  subject = { kind: 'test', id: new Ids().newId() }
})

const actor = { staffId: new Ids().newId(), name: 'Käthe Schröder', authorityId: new Ids().newId() }
const note = (step: number) =>
  database.change((tx) =>
    audit(tx, { actor, action: 'test.noted', subject, details: { step, b: [1, null], a: 'ß' } }),
  )
const brokenHere = async () => (await trail.brokenChains()).filter(({ chain }) => chain.endsWith(subject.id))

/** What somebody with all rights on the database could do. */
const tamper = async (sql: string) => {
  await app.database.query('alter table audit_entry disable trigger user')
  await app.database.query(sql, [subject.id])
  await app.database.query('alter table audit_entry enable trigger user')
}

test('entries are read in the order they were written, and verify', async () => {
  for (const step of [1, 2, 3]) await note(step)
  const entries = await trail.of(subject)
  expect(entries.map(({ position, details }) => [position, details?.['step']])).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ])
  expect(entries[0]).toMatchObject({ actor, action: 'test.noted', subject })
  expect(await brokenHere()).toEqual([])
})

test('the program itself can be the one who acts', async () => {
  await database.change((tx) => audit(tx, { actor: null, action: 'test.swept', subject }))
  expect((await trail.of(subject))[0]?.actor).toBeNull()
  expect(await brokenHere()).toEqual([])
})

test('writers at the same moment make one chain without gaps', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, step) => note(step)))
  expect((await trail.of(subject)).map(({ position }) => position)).toEqual(
    Array.from({ length: 40 }, (_, at) => at + 1),
  )
  expect(await brokenHere()).toEqual([])
})

test('a chain that grows while it is checked is whole', async () => {
  const over = new AbortController()
  const writing = (async () => {
    for (let step = 0; !over.signal.aborted; step++) await note(step)
  })()
  const found = []
  for (let check = 0; check < 20; check++) found.push(...(await brokenHere()))
  over.abort()
  await writing
  expect(found).toEqual([])
})

test('a change that is undone leaves no entry', async () => {
  await note(1)
  await expect(
    database.change(async (tx) => {
      await audit(tx, { actor, action: 'test.failed', subject })
      throw new Error('undone')
    }),
  ).rejects.toThrow('undone')
  expect(await trail.of(subject)).toHaveLength(1)
  expect(await brokenHere()).toEqual([])
})

test.each([
  ["update audit_entry set action = 'test.forged' where subject_id = $1 and position = 2", 2],
  ["update audit_entry set details = '{}' where subject_id = $1 and position = 2", 2],
  ["update audit_entry set actor_name = 'Jemand' where subject_id = $1 and position = 1", 1],
  ["update audit_entry set at = at - interval '1 day' where subject_id = $1 and position = 3", 3],
  ['delete from audit_entry where subject_id = $1 and position = 2', 2],
  ['delete from audit_entry where subject_id = $1 and position = 3', 3],
  ['delete from audit_entry where subject_id = $1', 1],
  [
    'insert into audit_entry select chain, 4, at, actor_id, actor_name, authority_id, action, subject_kind, subject_id, details, hash from audit_entry where subject_id = $1 and position = 3',
    4,
  ],
])('is found: %s', async (sql, position) => {
  for (const step of [1, 2, 3]) await note(step)
  await tamper(sql)
  expect(await brokenHere()).toEqual([{ chain: `test:${subject.id}`, position }])
})

test('the command says so to whoever runs the server', async () => {
  const check = () =>
    spawnSync(process.execPath, ['dist/cli.js', 'audit', 'check'], {
      encoding: 'utf8',
      env: { DATABASE_URL: app.config.databaseUrl!, DATA_DIR: app.config.dataDir },
    })
  await note(1)
  await tamper("update audit_entry set action = 'test.forged' where subject_id = $1")
  const { status, stdout } = check()
  expect([status, stdout]).toEqual([1, expect.stringContaining(`test:${subject.id}: Ab Eintrag 1`)])
})

test.each(['update audit_entry set action = action', 'delete from audit_entry', 'truncate audit_entry'])(
  'the database itself refuses: %s',
  async (sql) => {
    await expect(app.database.query(sql)).rejects.toThrow('never changed or removed')
  },
)
