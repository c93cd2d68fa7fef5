import { readFileSync } from 'node:fs'

/** Whether a process with this number lives, be it ours or another user's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return statOf(pid)?.[0] !== 'Z'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** How a process was called; null where the system does not tell. */
export function commandLineOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return null
  }
}

/**
 * When a process began, in ticks since the machine started; null where the system does not tell.
 * Numbers are reused, this is not.
 */
export function beginOf(pid: number): string | null {
  return statOf(pid)?.[19] ?? null
}

/** The fields after the name, from the state on: `Z` is dead, and only waits for its parent to notice. */
function statOf(pid: number): string[] | null {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? ''
    return afterName.split(' ')
  } catch {
    return null
  }
}
