import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Inject, Injectable, Logger } from '@nestjs/common'
import type { Config } from '../config.js'
import { CONFIG } from './config.token.js'
import { StartFailure } from './start-failure.js'
import { headerBytes, readHeader } from './encrypted-format.js'
import { keyFileOf, makeKeyFile, readStoreKeys, type StoreKey } from './store-keys.js'
import { syncFolderNow } from './sync-folder.js'

/** What encrypted files end with. */
export const encryptedSuffix = '.enc'

export const storeFolderOf = ({ dataDir }: Config): string => join(dataDir, 'files')

/**
 * The keys that the store has. Beside the files is written which keys they need, by id: with a wrong key the program
 * does not start, because what it then stored and what is there could not be read with one key later.
 */
@Injectable()
export class StoreKeyRing {
  /** The first is for what is written. */
  readonly keys: readonly StoreKey[]
  private readonly path: string

  /** @throws StartFailure if a key that the files need is not there, or cannot be read */
  constructor(@Inject(CONFIG) config: Config) {
    const folder = storeFolderOf(config)
    this.path = join(folder, 'keys.json')
    const needed = readNeeded(this.path) ?? keyOfAnyFile(folder)
    this.keys = readStoreKeys(keyFileOf(config)) ?? newKeys(config, needed)
    const missing = needed.filter((id) => this.with(id) === undefined)
    if (missing.length > 0) throw new StartFailure(wrongKey(config, missing))
    if (!needed.includes(this.first.id)) this.note([...needed, this.first.id])
  }

  get first(): StoreKey {
    return this.keys[0]!
  }

  with(id: string): StoreKey | undefined {
    return this.keys.find((key) => key.id === id)
  }

  /** Whether files may need another key than the first. */
  get needsOthers(): boolean {
    return (readNeeded(this.path) ?? []).some((id) => id !== this.first.id)
  }

  /** No file needs another key any more. */
  needFirstOnly(): void {
    this.note([this.first.id])
  }

  private note(keys: readonly string[]): void {
    const folder = dirname(this.path)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const draft = join(folder, `.${randomUUID()}`)
    writeFileSync(draft, `${JSON.stringify({ keys })}\n`, { mode: 0o600, flag: 'wx', flush: true })
    renameSync(draft, this.path)
    syncFolderNow(folder)
  }
}

/** For a start on files that are there. @throws StartFailure as the ring does */
export function checkStoreKeys(config: Config): void {
  if (existsSync(storeFolderOf(config))) void new StoreKeyRing(config)
}

function newKeys(config: Config, needed: readonly string[]): StoreKey[] {
  const path = keyFileOf(config)
  if (needed.length > 0) throw new StartFailure(lostKey(config, needed))
  if (config.storeKeyFile !== null)
    throw new StartFailure(
      `STORE_KEY_FILE: ${path} gibt es nicht. Einen neuen Schlüssel macht „openssl rand -hex 32“.`,
    )
  makeKeyFile(path)
  new Logger(StoreKeyRing.name).warn(
    `Die Dateien werden verschlüsselt. Der Schlüssel liegt neu in ${path}: bitte getrennt von den Daten sichern. Ohne ihn sind die Dateien verloren.`,
  )
  return readStoreKeys(path)!
}

const lostKey = (config: Config, needed: readonly string[]): string =>
  `Der Schlüssel des Dateispeichers fehlt: ${keyFileOf(config)} gibt es nicht, die Dateien unter ${storeFolderOf(config)} brauchen den Schlüssel mit der Kennung ${needed.join(', ')}. Bitte aus der Sicherung zurückholen.`

const wrongKey = (config: Config, missing: readonly string[]): string =>
  `${keyFileOf(config)}: Das ist nicht der Schlüssel der Dateien unter ${storeFolderOf(config)}; es fehlt der mit der Kennung ${missing.join(', ')}. Bitte aus der Sicherung zurückholen. Soll ein neuer gelten, steht er in der ersten Zeile und der bisherige darunter.`

function readNeeded(path: string): string[] | null {
  try {
    const { keys } = JSON.parse(readFileSync(path, 'utf8')) as { keys: string[] }
    return keys
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new StartFailure(
      `${path} ist nicht lesbar. Bitte aus der Sicherung zurückholen oder, wenn der Schlüssel sicher der richtige ist, löschen.`,
    )
  }
}

/** Where it is not written which keys the files need, one of them tells. */
function keyOfAnyFile(folder: string): string[] {
  for (const name of foldersIn(folder))
    for (const file of readdirSync(join(folder, name))) {
      const header = file.endsWith(encryptedSuffix) ? readHeader(startOf(join(folder, name, file))) : null
      if (header !== null) return [header.keyId]
    }
  return []
}

function foldersIn(folder: string): string[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return readdirSync(folder).filter((name) => /^[0-9a-f]{2}$/.test(name))
}

function startOf(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const start = Buffer.alloc(headerBytes)
    return start.subarray(0, readSync(file, start, 0, headerBytes, 0))
  } finally {
    closeSync(file)
  }
}
