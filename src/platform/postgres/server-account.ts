import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { StartFailure } from '../start-failure.js'

interface Owner {
  readonly uid: number
  readonly gid: number
}

/** Under which account the database server runs: PostgreSQL refuses to run as root. */
export interface ServerAccount {
  /** Owner of the database files; null where the server simply runs as whoever started the program. */
  readonly owner: Owner | null
  readonly spawn: (program: string, args: readonly string[], options: SpawnOptions) => ChildProcess
}

/**
 * An ordinary user runs the server themselves. For root it runs as `postgres`, a user that is made if need be.
 * @param paths files and folders that the server has to get at
 * @throws StartFailure
 */
export function serverAccount(paths: readonly string[]): ServerAccount {
  if (process.getuid?.() !== 0) return { owner: null, spawn }
  const owner = postgresUser() ?? makePostgresUser()
  const closed = paths.map((path) => firstClosedFolder(path, owner)).find((folder) => folder !== null)
  if (closed === undefined)
    return {
      owner,
      spawn: (program, args, options) => spawn(program, args, { ...options, ...owner, env: {} }),
    }
  return { owner, spawn: spawnWithPassage(owner, closed) }
}

function postgresUser(): Owner | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}

function makePostgresUser(): Owner {
  // Whether that worked is seen by whether the user is there.
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres'])
  const made = postgresUser()
  if (made !== null) return made
  throw new StartFailure(
    'PostgreSQL läuft nicht als root, und der Benutzer "postgres" ließ sich nicht anlegen. ' +
      'Starten Sie als gewöhnlicher Benutzer, oder setzen Sie DATABASE_URL.',
  )
}

/** The folder on the way to the path that the user may not walk through; null if the way is free. */
function firstClosedFolder(path: string, user: Owner): string | null {
  const folder = dirname(resolve(path))
  const above = folder === dirname(folder) ? null : firstClosedFolder(folder, user)
  if (above !== null || !existsSync(folder)) return above
  const { mode, uid, gid } = statSync(folder)
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
  return mode & bit ? null : folder
}

/**
 * Below a folder like /root (0700) the server gets one right along: to walk through folders that are not its own.
 * Opening the folder for everyone instead is not ours to do. Without the "securebits" the server's own question
 * whether it may read a file would be answered as if it had no such right.
 */
function spawnWithPassage(owner: Owner, closed: string): ServerAccount['spawn'] {
  const account = ['--reuid', `${owner.uid}`, '--regid', `${owner.gid}`, '--clear-groups']
  const right = [
    '--securebits',
    '+no_setuid_fixup',
    '--inh-caps',
    '+dac_override',
    '--ambient-caps',
    '+dac_override',
  ]
  const words = [...account, ...right, '--']
  const { status } = spawnSync('setpriv', [...words, 'test', '-x', closed])
  if (status !== 0)
    throw new StartFailure(
      `Der Benutzer "postgres" darf den Ordner ${closed} nicht betreten (chmod o+x ${closed} erlaubt es). ` +
        'Oder starten Sie als gewöhnlicher Benutzer, oder setzen Sie DATABASE_URL.',
    )
  return (program, args, options) => spawn('setpriv', [...words, program, ...args], { ...options, env: {} })
}
