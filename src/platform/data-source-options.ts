import type { TypeOrmModuleOptions } from '@nestjs/typeorm'
import type { Migration } from './migration.js'
import { SnakeNames } from './snake-names.js'

/** How the program talks to its database. What waits longer than this, for a connection too, is a bug, not work. */
export const dataSourceOptions = (url: string, migrations: readonly Migration[]): TypeOrmModuleOptions => ({
  type: 'postgres',
  url,
  migrations: [...migrations],
  namingStrategy: new SnakeNames(),
  autoLoadEntities: true,
  retryAttempts: 10,
  retryDelay: 1_000,
  connectTimeoutMS: 20_000,
  applicationName: 'verwaltungslotse',
  installExtensions: false,
  extra: {
    max: 20,
    statement_timeout: 20_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
  },
})
