import type { DataSource } from 'typeorm'

/** Any number; the same for every server of this program. */
const lockNumber = 71_042_001

/** Brings the tables up to date. Servers that start together on one database do it one after the other. */
export async function migrate(source: DataSource): Promise<void> {
  const holder = source.createQueryRunner()
  try {
    await holder.query('select pg_advisory_lock($1)', [lockNumber])
    await source.runMigrations({ transaction: 'each' })
  } finally {
    await holder.query('select pg_advisory_unlock($1)', [lockNumber])
    await holder.release()
  }
}
