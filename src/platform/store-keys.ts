import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Config } from '../config.js'
import { StartFailure } from './start-failure.js'
import { fileKeyFrom } from './encrypted-format.js'
import { keepOnce } from './keep-once.js'

/** A master key of the store, and what is made from it. */
export interface StoreKey {
  /** Tells keys apart; says nothing about the key. Hexadecimal. */
  readonly id: string
  readonly master: Uint8Array
  readonly names: Uint8Array
}

export const fileKeyOf = ({ master, id }: StoreKey, salt: Uint8Array): Buffer => fileKeyFrom(master, id, salt)

/** Under which name the store keeps a file: who has no key cannot tell whether a file they know is there. */
export const storeNameOf = ({ names }: StoreKey, sha256: string): string =>
  createHmac('sha256', names).update(sha256).digest('hex')

export const storeKeyFrom = (master: Uint8Array): StoreKey => ({
  id: Buffer.from(derived(master, 'store key id', 8)).toString('hex'),
  master,
  names: derived(master, 'store names', 32),
})

const derived = (master: Uint8Array, purpose: string, length: number): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', master, '', `verwaltungslotse ${purpose}`, length))

/** Where the keys are: the file that was named, or the one that is made by itself. */
export const keyFileOf = ({ storeKeyFile, dataDir }: Config): string =>
  storeKeyFile ?? join(dataDir, 'keys', 'store.key')

/**
 * The keys in a key file, one a line: the first is for what is written, the others still read.
 * @returns `null` if there is no such file
 * @throws StartFailure if it cannot be read as keys
 */
export function readStoreKeys(path: string): StoreKey[] | null {
  const text = textOf(path)
  if (text === null) return null
  const lines = text.split('\n').map((line) => line.trim())
  const keys = lines.filter((line) => line !== '' && !line.startsWith('#'))
  if (keys.length === 0) throw new StartFailure(`${path}: Die Datei enthält keinen Schlüssel. ${howToMake}`)
  return keys.map((line, index) => {
    if (!/^[0-9a-f]{64}$/i.test(line))
      throw new StartFailure(
        `${path}: Schlüssel ${index + 1} ist nicht lesbar. Erwartet werden 64 Hexadezimalziffern in einer Zeile. ${howToMake}`,
      )
    return storeKeyFrom(Buffer.from(line, 'hex'))
  })
}

const howToMake =
  'Ist er verloren gegangen, muss er aus der Sicherung kommen. Einen neuen, für einen leeren Dateispeicher, macht „openssl rand -hex 32“.'

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return null
    throw new StartFailure(`Der Schlüssel des Dateispeichers ist nicht lesbar: ${message}`)
  }
}

/** Makes a key file, unless one is there by then. */
export function makeKeyFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  keepOnce(path, `${randomBytes(32).toString('hex')}\n`)
}
