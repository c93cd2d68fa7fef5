import pg from 'pg'
import { shared } from './global-setup.ts'

/** Leaves nothing behind: the server of the run, or its databases on a foreign one. */
export default async function endSharedServer(): Promise<void> {
  if (shared.end) return shared.end()
  const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] })
  await client.connect()
  const { rows } = await client.query<{ datname: string }>(
    'select datname from pg_database where datname like $1',
    [`lotse_${process.env['LOTSE_TEST_RUN']}%`],
  )
  for (const { datname } of rows) await client.query(`drop database "${datname}" with (force)`)
  await client.end()
}
