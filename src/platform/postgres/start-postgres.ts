import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { keepOnce } from '../keep-once.js'
import { findBinaries } from './binaries.js'
import { ensureCluster } from './cluster.js'
import { adminUrl, answers, ensureDatabase, host, programUrl } from './own-database.js'
import { lockData } from './lock-data.js'
import { findPostmaster, type Postmaster, removeDeadFile } from './postmaster.js'
import { isAlive } from './processes.js'
import { serverAccount } from './server-account.js'
import { StartFailure } from '../start-failure.js'

export interface OwnPostgres {
  /** Database of the program, with an account that owns it and nothing else. */
  readonly url: string
  /** The whole server: for making further databases. */
  readonly adminUrl: string
  /** Ends the server once all that was acknowledged is on the disk, and frees the data folder. */
  readonly stop: () => Promise<void>
}

/**
 * Starts the PostgreSQL server that came with npm, on files under the data folder and a free port of this machine.
 * One that a killed program left behind is taken over.
 *
 * @param settings further settings of the server, `name=value`
 * @throws StartFailure
 */
export async function startPostgres(dataDir: string, settings: readonly string[] = []): Promise<OwnPostgres> {
  openDataFolder(dataDir)
  const unlock = await lockData(dataDir)
  try {
    const password = ensurePassword(join(dataDir, 'postgres-password'))
    const cluster = join(dataDir, 'postgres')
    const { pid, port } =
      (await takeOver(cluster, password)) ?? (await start({ dataDir, cluster, password }, settings))
    await ensureDatabase(port, password)
    const stop = () => stopServer(pid).finally(unlock)
    return {
      url: programUrl(password, port),
      adminUrl: adminUrl(password, port),
      stop,
    }
  } catch (error) {
    unlock()
    throw error
  }
}

/** The account of the server has to walk through the folder; what lies in it is closed to others one by one. */
function openDataFolder(dataDir: string): void {
  if (existsSync(dataDir)) return
  mkdirSync(dataDir, { recursive: true })
  chmodSync(dataDir, 0o711)
}

function ensurePassword(path: string): string {
  if (!existsSync(path)) keepOnce(path, randomBytes(24).toString('base64url'))
  return readFileSync(path, 'utf8')
}

/** Waits for a server that is still starting up or shutting down; null when there is none (any more). */
async function takeOver(cluster: string, password: string): Promise<Postmaster | null> {
  const found = findPostmaster(cluster)
  if (found === null) return null
  if (await becomesReady(found, password, () => isAlive(found.pid))) return found
  if (!isAlive(found.pid)) return takeOver(cluster, password)
  throw new StartFailure(
    `Mit ${cluster} arbeitet ein PostgreSQL-Server (Prozess ${found.pid}), der nicht antwortet. Beenden Sie ihn.`,
  )
}

interface Place {
  readonly dataDir: string
  readonly cluster: string
  readonly password: string
}

async function start(place: Place, settings: readonly string[]): Promise<Postmaster> {
  const { dataDir, cluster, password } = place
  const binaries = findBinaries()
  const account = serverAccount([binaries.postgres, join(cluster, 'PG_VERSION')])
  await ensureCluster(cluster, password, binaries, account)
  removeDeadFile(cluster)
  for (let attempt = 1; attempt <= 3; attempt++) {
    const port = await freePort()
    const run = (args: readonly string[], log: number) =>
      account.spawn(binaries.postgres, args, { detached: true, stdio: ['ignore', log, log] })
    const pid = await launch(place, port, settings, run)
    if (pid !== null) return { pid, port }
  }
  throw new StartFailure(
    `Der PostgreSQL-Server startet nicht. Warum, steht in ${join(dataDir, 'postgres.log')}.`,
  )
}

/** In a process group of its own: Ctrl+C in the terminal must reach the program first. Null if it ended at once. */
async function launch(
  { dataDir, cluster, password }: Place,
  port: number,
  settings: readonly string[],
  run: (args: readonly string[], log: number) => ChildProcess,
): Promise<number | null> {
  const log = openSync(join(dataDir, 'postgres.log'), 'a', 0o600)
  const all = [
    `listen_addresses=${host}`,
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=60',
    'timezone=UTC',
    ...settings,
  ]
  const child = run(['-D', cluster, ...all.flatMap((setting) => ['-c', setting])], log)
  closeSync(log)
  child.once('error', () => undefined)
  child.unref()
  if (child.pid === undefined) return null
  const isRunning = () => child.exitCode === null && child.signalCode === null
  return (await becomesReady({ pid: child.pid, port }, password, isRunning)) ? child.pid : null
}

/** Recovery after a power cut may take its time, so as long as the server lives we wait for two minutes. */
async function becomesReady({ port }: Postmaster, password: string, lives: () => boolean): Promise<boolean> {
  const end = Date.now() + 120_000
  while (lives() && Date.now() < end) {
    if (await answers(port, password)) return true
    await pause(25)
  }
  return false
}

/** SIGINT is PostgreSQL's fast shutdown: it lets nobody finish, undoes what is open, and writes everything down. */
async function stopServer(pid: number): Promise<void> {
  const end = Date.now() + 60_000
  if (isAlive(pid)) process.kill(pid, 'SIGINT')
  while (isAlive(pid) && Date.now() < end) await pause(20)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, host)
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await once(probe.close(), 'close')
  return port
}
