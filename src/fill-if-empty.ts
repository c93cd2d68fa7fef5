import type { INestApplicationContext } from '@nestjs/common'
import type { Config } from './config.js'
import { LoadInstallation, type NewAccount } from './cooperation/load-installation.js'
import { demonstration, readInstallation } from './cooperation/read-installation.js'

/**
 * Fills a new database with the installation that was named, or the demonstration.
 *
 * @returns accounts whose password was made just now: told here or never
 * @throws WrongInstallation
 */
export async function fillIfEmpty(app: INestApplicationContext, config: Config): Promise<NewAccount[]> {
  const installation = app.get(LoadInstallation)
  if (!(await installation.isEmpty())) return []
  const file = readInstallation(config.installation ?? demonstration)
  const accounts = await installation.load(file)
  return file.demonstrationPassword === undefined ? accounts : []
}

/** One line for each, name and password. */
export const accountLines = (accounts: readonly NewAccount[]): string =>
  accounts.map(({ signInName, password }) => `${signInName}\t${password}\n`).join('')
