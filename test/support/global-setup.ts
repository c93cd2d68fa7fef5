import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import './load-typescript.mjs'

/** Ends the server that the specs share; filled by the setup, called by the teardown. */
export const shared: { end?: () => Promise<void> } = {}

/** One PostgreSQL server for the whole run: the one of DATABASE_URL, or one of our own that nobody waits for to write. */
export default async function startSharedServer(): Promise<void> {
  process.env['LOTSE_TEST_RUN'] = randomBytes(4).toString('hex')
  if (process.env['DATABASE_URL']) return
  const { startPostgres } = await import('../../src/platform/postgres/start-postgres.js')
  const folder = mkdtempSync(join(tmpdir(), 'lotse-test-'))
  const postgres = await startPostgres(join(folder, 'data'), [
    'fsync=off',
    'synchronous_commit=off',
    'max_connections=200',
  ])
  process.env['LOTSE_TEST_SERVER'] = postgres.adminUrl
  shared.end = async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
