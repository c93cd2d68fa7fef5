import { connected, type ConnectionOptions } from './connected.js'

/** Any number; the same for every server of this program. */
const lockNumber = 71_042_001

/**
 * Brings the tables up to date. Servers that start together on one database do it one after the other. It has
 * connections of its own without the limits of a request: to wait for another server is no fault, nor is a large table.
 * The lock ends with them, whatever happened.
 */
export async function migrate(options: ConnectionOptions): Promise<void> {
  const source = await connected({ ...options, entities: [], extra: {} })
  try {
    await source.createQueryRunner().query('select pg_advisory_lock($1)', [lockNumber])
    await source.runMigrations({ transaction: 'each' })
  } finally {
    await source.destroy()
  }
}
