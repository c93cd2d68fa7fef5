import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { ConnectionOptions } from '../../src/platform/connected.js'
import { dataSourceOptions } from '../../src/platform/data-source-options.js'
import { migrate } from '../../src/platform/migrate.js'
import { migration, type Migration } from '../../src/platform/migration.js'
import { startDatabase, type TestDatabase } from '../support/database.js'

let database: TestDatabase
beforeAll(async () => {
  database = await startDatabase()
})
afterAll(() => database.drop())

const migrateBy = (one: Migration) => migrate(dataSourceOptions(database.url, [one]) as ConnectionOptions)

test('may wait as long as another server takes, because it has not the limits of a request', async () => {
  await migrateBy(
    migration(
      9001,
      'looks',
      `create table limits as select current_setting('lock_timeout') as lock,
       current_setting('statement_timeout') as statement`,
    ),
  )
  expect(await database.query('select * from limits')).toEqual([{ lock: '0', statement: '0' }])
})

test('tells what failed, and lets the next server try', async () => {
  await expect(migrateBy(migration(9002, 'fails', 'select from nowhere'))).rejects.toThrow('nowhere')
  const locks = await database.query(
    `select from pg_locks where locktype = 'advisory' and database =
     (select oid from pg_database where datname = current_database())`,
  )
  expect(locks).toEqual([])
})
