import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './binaries.js'
import type { ServerAccount } from './server-account.js'
import { StartFailure } from '../start-failure.js'

/**
 * Makes the files of the database, once. They get their name when they are complete: a start that was cut off
 * leaves nothing that looks like a database.
 */
export async function ensureCluster(
  cluster: string,
  password: string,
  binaries: Binaries,
  account: ServerAccount,
): Promise<void> {
  if (existsSync(cluster)) return
  const making = `${cluster}.new`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { mode: 0o700 })
  const passwordFile = join(making, '..', 'postgres-password.new')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  for (const path of account.owner ? [making, passwordFile] : [])
    chownSync(path, account.owner!.uid, account.owner!.gid)
  await run(account, binaries.initdb, initdbArguments(making, passwordFile))
  rmSync(passwordFile)
  renameSync(making, cluster)
}

/** A locale that the server brings along: the machine may have none, or another one tomorrow. */
const initdbArguments = (folder: string, passwordFile: string): string[] => [
  `--pgdata=${folder}`,
  '--username=postgres',
  `--pwfile=${passwordFile}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
]

async function run(account: ServerAccount, program: string, args: readonly string[]): Promise<void> {
  const child = account.spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let told = ''
  child.stderr?.on('data', (chunk: Buffer) => (told += chunk.toString()))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new StartFailure(`Die Datenbank ließ sich nicht anlegen: ${told.trim()}`)
}
