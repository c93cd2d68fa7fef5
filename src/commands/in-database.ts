import 'reflect-metadata'
import { type DynamicModule, type INestApplicationContext, Module, type Type } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { asWrongCall } from '../terminal/as-wrong-call.js'
import type { Config } from '../config.js'
import { migrations } from '../migrations.js'
import { Clock } from '../platform/clock.js'
import { logBesideOutput } from '../terminal/log-beside-output.js'
import { PlatformModule } from '../platform/platform.module.js'
import { runningPostgres } from '../platform/postgres/running-postgres.js'
import { startPostgres } from '../platform/postgres/start-postgres.js'

@Module({})
class CommandModule {}

/**
 * Lets a command work with the database of the environment, also while the server runs.
 * @throws WrongCall where the database cannot be had, with what to do
 */
export async function inDatabase<T>(
  config: Config,
  modules: readonly (Type | DynamicModule)[],
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  logBesideOutput()
  const known = config.databaseUrl ?? runningPostgres(config.dataDir)
  const postgres = known === null ? await startPostgres(config.dataDir).catch(asWrongCall) : null
  try {
    const databaseUrl = known ?? postgres!.url
    const imports = [PlatformModule.with({ ...config, databaseUrl }, migrations, new Clock()), ...modules]
    const app = await NestFactory.createApplicationContext(
      { module: CommandModule, imports },
      { logger: ['error', 'warn'], abortOnError: false },
    ).catch(asWrongCall)
    return await work(app).finally(() => app.close())
  } finally {
    await postgres?.stop()
  }
}
