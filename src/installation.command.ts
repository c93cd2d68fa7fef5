import 'reflect-metadata'
import { Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { type Config, environment, readConfig, WrongConfig } from './config.js'
import { CooperationModule } from './cooperation/cooperation.module.js'
import { LoadInstallation } from './cooperation/load-installation.js'
import { readInstallation, WrongInstallation } from './cooperation/read-installation.js'
import { accountLines } from './fill-if-empty.js'
import { migrations } from './migrations.js'
import { Clock } from './platform/clock.js'
import { PlatformModule } from './platform/platform.module.js'
import { runningPostgres } from './platform/postgres/running-postgres.js'
import { StartFailure } from './platform/postgres/start-failure.js'
import { startPostgres } from './platform/postgres/start-postgres.js'

@Module({})
class LoadingModule {}

/** `lotse installation load <file>`: into the database of the environment, also while the server runs. */
export async function installationCommand(args: string[]): Promise<number> {
  const [path] = args
  if (path === undefined || args.length > 1) return complain('Aufruf: lotse installation load <Datei>', 2)
  try {
    const file = readInstallation(path)
    const accounts = await withDatabase(readConfig(environment), (installation) => installation.load(file))
    process.stdout.write(
      `${accountLines(file.demonstrationPassword === undefined ? accounts : [])}${file.name} ist geladen.\n`,
    )
    return 0
  } catch (error) {
    if (error instanceof WrongInstallation) return complain(error.message, 1)
    if (error instanceof WrongConfig || error instanceof StartFailure) return complain(error.message, 2)
    throw error
  }
}

function complain(message: string, code: number): number {
  process.stderr.write(`${message}\n`)
  return code
}

async function withDatabase<T>(
  config: Config,
  work: (installation: LoadInstallation) => Promise<T>,
): Promise<T> {
  const known = config.databaseUrl ?? runningPostgres(config.dataDir)
  const postgres = known === null ? await startPostgres(config.dataDir) : null
  try {
    const databaseUrl = known ?? postgres!.url
    const imports = [
      PlatformModule.with({ ...config, databaseUrl }, migrations, new Clock()),
      CooperationModule,
    ]
    const app = await NestFactory.createApplicationContext(
      { module: LoadingModule, imports },
      { logger: ['error', 'warn'], abortOnError: false },
    )
    return await work(app.get(LoadInstallation)).finally(() => app.close())
  } finally {
    await postgres?.stop()
  }
}
