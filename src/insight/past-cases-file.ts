import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { syncFolderNow } from '../platform/sync-folder.js'
import type { PastCases } from '../precheck/replay/past-cases.js'
import { packPastCases, unpackPastCases, WrongPastCases } from './past-cases-format.js'

const ending = '.columns'

export const pastCasesPath = (dataDir: string, service: string): string =>
  join(dataDir, 'past-cases', service + ending)

/** The services that have such a file, whether or not there is anything else of them. */
export function servicesWithPastCases(dataDir: string): string[] {
  const folder = join(dataDir, 'past-cases')
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names.filter((name) => name.endsWith(ending)).map((name) => basename(name, ending))
}

/** @throws WrongPastCases; `null` where there is no such file */
export function readPastCases(path: string): PastCases | null {
  try {
    return unpackPastCases(readFileSync(path))
  } catch (error) {
    if (error instanceof WrongPastCases) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return null
    throw new WrongPastCases(`Die Falldatei lässt sich nicht lesen (${code ?? String(error)}).`, {
      cause: error,
    })
  }
}

/** Puts the file in the place of the one before, whole or not at all, readable by nobody else. */
export function writePastCases(path: string, cases: PastCases): void {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const incoming = join(folder, `.${randomUUID()}`)
  try {
    writeFileSync(incoming, packPastCases(cases), { flag: 'wx', mode: 0o600, flush: true })
    renameSync(incoming, path)
    syncFolderNow(folder)
  } catch (error) {
    rmSync(incoming, { force: true })
    throw error
  }
}

export const removePastCases = (path: string): void => rmSync(path, { force: true })
