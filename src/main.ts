import { type Config, environment, isStartedByNpm, readConfig, WrongConfig } from './config.js'
import { WrongInstallation } from './cooperation/read-installation.js'
import { type OwnPostgres, startPostgres } from './platform/postgres/start-postgres.js'
import { StartFailure } from './platform/postgres/start-failure.js'
import { createApp } from './create-app.js'
import { welcome } from './welcome.js'

/** Starts the server, with a database of its own where none is named. */
async function start(config: Config): Promise<void> {
  const postgres = config.databaseUrl === null ? await startPostgres(config.dataDir) : null
  try {
    const app = await createApp({ ...config, databaseUrl: postgres?.url ?? config.databaseUrl! })
    endOnSignal(() => app.close(), postgres)
    await app.listen(config.port, config.host)
    process.stdout.write(await welcome(app, config))
  } catch (error) {
    await postgres?.stop()
    throw error
  }
}

/** First answers what was begun, then the database: nothing that was acknowledged is lost. */
function endOnSignal(close: () => Promise<void>, postgres: OwnPostgres | null): void {
  const end = async () => {
    await close()
    await postgres?.stop()
    process.exit(0)
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  if (isStartedByNpm) endWithParent(end)
}

/** A signal that ends npm ends its shell, but many shells do not hand it on: that they are gone has to tell us. */
function endWithParent(end: () => Promise<void>): void {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    void end()
  }, 500)
  watch.unref()
}

/** What the person at the terminal can put right is told without a stack. */
function explain(error: unknown): string {
  if (error instanceof WrongConfig || error instanceof StartFailure || error instanceof WrongInstallation)
    return error.message
  const { code, port, stack } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE')
    return `Der Anschluss ${port} ist belegt. Wählen Sie einen anderen, zum Beispiel PORT=${port! + 1}.`
  return stack ?? String(error)
}

try {
  await start(readConfig(environment))
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
}
