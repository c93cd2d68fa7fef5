import { type DynamicModule, Global, Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import type { DataSource } from 'typeorm'
import type { RunningConfig } from '../config.js'
import { AuditTrail } from './audit-trail.js'
import { Clock } from './clock.js'
import { CONFIG } from './config.token.js'
import { connected, type ConnectionOptions } from './connected.js'
import { dataSourceOptions } from './data-source-options.js'
import { Database } from './database.js'
import { FileStore } from './file-store.js'
import { HealthCheck } from './health.js'
import { SessionStore } from './http/session.store.js'
import { Ids } from './ids.js'
import { Intervals } from './intervals.js'
import { MalwareScanner } from './malware/malware-scanner.js'
import { Quarantine } from './malware/quarantine.js'
import { migrate } from './migrate.js'
import type { Migration } from './migration.js'
import { StoreKeyRing } from './store-key-ring.js'

/** What every room stands on. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: RunningConfig, migrations: readonly Migration[], clock: Clock): DynamicModule {
    const everyone = [
      Ids,
      Intervals,
      Database,
      AuditTrail,
      StoreKeyRing,
      FileStore,
      MalwareScanner,
      Quarantine,
      HealthCheck,
      SessionStore,
    ]
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => dataSourceOptions(config.databaseUrl, migrations),
          dataSourceFactory: migratedSource,
        }),
      ],
      providers: [...everyone, { provide: CONFIG, useValue: config }, { provide: Clock, useValue: clock }],
      exports: [...everyone, CONFIG, Clock],
    }
  }
}

/** Nobody gets at the database before its tables are up to date. */
const migratedSource = async (options?: ConnectionOptions): Promise<DataSource> => {
  if (options === undefined) throw new Error('The database needs options.')
  await migrate(options)
  return connected(options)
}
