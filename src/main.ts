import { type Config, environment, isStartedByNpm, readConfig, WrongConfig } from './config.js'
import { WrongInstallation } from './cooperation/read-installation.js'
import { startPostgres } from './platform/postgres/start-postgres.js'
import { StartFailure } from './platform/start-failure.js'
import { checkStoreKeys } from './platform/store-key-ring.js'
import { createApp } from './create-app.js'
import { accountLines, fillIfEmpty } from './fill-if-empty.js'
import { openSeal } from './handoff/seal/open-seal.js'
import { welcome } from './welcome.js'

/** What has to be ended, the last begun first: answers before the database, so that nothing acknowledged is lost. */
const begun: (() => Promise<unknown>)[] = []

/** Waits for what begins. A signal that comes meanwhile ends it as well, and then nothing more begins. */
async function begin<T>(beginning: Promise<T>, end: (begun: T) => Promise<unknown>): Promise<T> {
  begun.push(() => beginning.then(end, () => undefined))
  await beginning
  return ending === undefined ? beginning : new Promise(() => undefined)
}

let ending: Promise<void> | undefined

/** Ends it once, however often that is asked for: who asks again waits for the same end. */
const end = (): Promise<void> => (ending ??= closeAll())

async function closeAll(): Promise<void> {
  for (let close = begun.pop(); close !== undefined; close = begun.pop()) await close().catch(tell)
}

/** Starts the server, with a database of its own where none is named. */
async function start(config: Config): Promise<void> {
  endOnSignal()
  // Keys that do not fit are told before a database is started, or a new seal made, in vain.
  checkStoreKeys(config)
  await openSeal(config)
  const databaseUrl = config.databaseUrl ?? (await ownDatabase(config))
  const app = await begin(createApp({ ...config, databaseUrl }), (app) => app.close())
  process.stdout.write(accountLines(await fillIfEmpty(app, config)))
  await app.listen(config.port, config.host)
  process.stdout.write(await welcome(app, config))
}

async function ownDatabase({ dataDir }: Config): Promise<string> {
  const { url } = await begin(startPostgres(dataDir), ({ stop }) => stop())
  return url
}

function endOnSignal(): void {
  const leave = () => void end().then(() => process.exit(0))
  // Not `once`: a second Ctrl+C, or the one that npm hands on, would end the process in the midst of its end.
  process.on('SIGINT', leave)
  process.on('SIGTERM', leave)
  if (isStartedByNpm) endWithParent(leave)
}

/** A signal that ends npm ends its shell, but many shells do not hand it on: that they are gone has to tell us. */
function endWithParent(leave: () => void): void {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    leave()
  }, 500)
  watch.unref()
}

/** What the person at the terminal can put right is told without a stack. */
function explain(error: unknown): string {
  if (error instanceof WrongConfig || error instanceof StartFailure || error instanceof WrongInstallation)
    return error.message
  const { code, port, path, syscall, stack } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE')
    return `Der Anschluss ${port} ist belegt. Wählen Sie einen anderen, zum Beispiel PORT=${port! + 1}.`
  if (path !== undefined && !syscall?.startsWith('spawn'))
    return `${path} lässt sich nicht lesen oder schreiben (${code}). Ist DATA_DIR der richtige Ordner, und gehört er mit allem darin dem Konto, mit dem das Programm läuft?`
  return stack ?? String(error)
}

const tell = (error: unknown): void => void process.stderr.write(`${explain(error)}\n`)

try {
  await start(readConfig(environment))
} catch (error) {
  await end()
  tell(error)
  process.exit(1)
}
