import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { keepOnce } from '../keep-once.js'
import { beginOf, isAlive } from './processes.js'
import { StartFailure } from '../start-failure.js'

/**
 * Keeps a second server off the same data. The lock names its process, and when that began: a lock left behind by
 * a killed server is recognised even if another program has its number by now.
 *
 * @returns gives the lock back
 * @throws StartFailure naming the process that has the data
 */
export async function lockData(dataDir: string): Promise<() => void> {
  const path = join(dataDir, 'server.lock')
  const mine = `${process.pid} ${beginOf(process.pid) ?? ''}`
  if (!keepOnce(path, mine)) await takeOver(path, mine)
  return () => {
    if (read(path) === mine) rmSync(path, { force: true })
  }
}

/** Two servers may find the same dead lock: both put theirs in its place, the last one stands, the other steps back. */
async function takeOver(path: string, mine: string): Promise<void> {
  refuseIfAlive(path, mine)
  const own = `${path}.${process.pid}`
  writeFileSync(own, mine, { mode: 0o600 })
  renameSync(own, path)
  await pause(100)
  refuseIfAlive(path, mine)
}

function refuseIfAlive(path: string, mine: string): void {
  const found = read(path)
  // Whoever had it may have given it back in this very moment.
  if (found === '' || found === mine) return
  const [pid, begin] = found.split(' ')
  if (!isAlive(Number(pid)) || beginOf(Number(pid)) !== (begin || null)) return
  throw new StartFailure(
    `Mit den Daten in ${join(path, '..')} arbeitet schon ein Verwaltungslotse (Prozess ${pid}). ` +
      'Beenden Sie ihn, oder setzen Sie DATA_DIR auf einen anderen Ordner.',
  )
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
