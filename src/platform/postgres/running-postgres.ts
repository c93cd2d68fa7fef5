import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { programUrl } from './own-database.js'
import { findPostmaster } from './postmaster.js'

/** Address of the database that a running server has started on this data; null if none runs. */
export function runningPostgres(dataDir: string): string | null {
  const found = findPostmaster(join(dataDir, 'postgres'))
  return found && programUrl(readFileSync(join(dataDir, 'postgres-password'), 'utf8'), found.port)
}
