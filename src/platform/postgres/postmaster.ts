import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { commandLineOf, isAlive } from './processes.js'

export interface Postmaster {
  readonly pid: number
  readonly port: number
}

/** The server that works on the cluster, as the file it keeps there says; null if there is none. */
export function findPostmaster(cluster: string): Postmaster | null {
  const [pid, , , port] = read(join(cluster, 'postmaster.pid'))
  if (!pid || !port || !isAlive(Number(pid)) || isSomethingElse(Number(pid), cluster)) return null
  return { pid: Number(pid), port: Number(port) }
}

/**
 * A server that was killed leaves its file behind. If its number belongs to another program by now, PostgreSQL would
 * take that for the old server and refuse to start.
 */
export function removeDeadFile(cluster: string): void {
  if (findPostmaster(cluster) === null) rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

function isSomethingElse(pid: number, cluster: string): boolean {
  const commandLine = commandLineOf(pid)
  return commandLine !== null && !commandLine.includes(cluster)
}

function read(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n')
  } catch {
    return []
  }
}
