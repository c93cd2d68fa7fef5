import { randomUUID } from 'node:crypto'
import { linkSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { syncFolderNow } from './sync-folder.js'

/**
 * Makes a file that stays from then on, such as a key, for the program's account alone. It appears whole or not at all:
 * whoever starts at the same time, or after a power cut, never reads half of it.
 * @returns false if it was there before, and is as it was
 */
export function keepOnce(path: string, content: string): boolean {
  const draft = `${path}.${randomUUID()}`
  try {
    writeFileSync(draft, content, { mode: 0o600, flag: 'wx', flush: true })
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
  syncFolderNow(dirname(path))
  return true
}
