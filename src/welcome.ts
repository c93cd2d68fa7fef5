import type { INestApplication } from '@nestjs/common'
import type { Config } from './config.js'
import { type DemonstrationAccount, InstallationStore } from './cooperation/installation.store.js'
import { roleNames, type Role } from './cooperation/staff.js'

/** What the terminal shows once people can come: the address, and who there is to try it as. */
export async function welcome(app: INestApplication, config: Config): Promise<string> {
  const demonstration = await app.get(InstallationStore).demonstration()
  const database =
    config.databaseUrl === null ? `eigener Server, Daten unter ${config.dataDir}` : 'DATABASE_URL'
  const address = config.port === 0 ? await app.getUrl() : config.publicUrl
  const lines = [`Verwaltungslotse läuft: ${address}`, `Datenbank: ${database}`]
  if (demonstration !== null)
    lines.push(
      '',
      `Vorführung. Kennwort für alle: ${demonstration.password}`,
      ...[...Map.groupBy(demonstration.accounts, ({ place }) => place)].map(accountsAt),
    )
  return `${lines.join('\n')}\n`
}

const accountsAt = ([place, accounts]: [string, DemonstrationAccount[]]): string =>
  `  ${place}: ${accounts.map(({ signInName, roles }) => `${signInName} (${roles.map(nameOf).join(', ')})`).join(', ')}`

const nameOf = (role: string): string => roleNames[role as Role] ?? role
