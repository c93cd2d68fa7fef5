import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What the surroundings set, read and checked once when the program starts. */
export interface Config {
  readonly host: string
  readonly port: number
  /** The address people type, without a slash at its end. With https the cookie is `Secure`. */
  readonly publicUrl: string
  /** A PostgreSQL server of one's own; `null` starts the one that comes along, under the data folder. */
  readonly databaseUrl: string | null
  readonly dataDir: string
  readonly rulesDir: string
  readonly templatesDir: string
  /** Installation file that an empty database is filled with; `null` is the demonstration. */
  readonly installation: string | null
  readonly logLevel: LogLevel
  /** Proxies whose `X-Forwarded-For` is believed: addresses or networks, separated by commas. */
  readonly trustedProxies: string | null
  /** Signs the session cookie; `null` makes one and keeps it in the data folder. */
  readonly sessionSecret: string | null
  /** Holds the keys that stored files are encrypted with; `null` makes one and keeps it in the data folder. */
  readonly storeKeyFile: string | null
  /** Where clamd listens that looks at uploads; `null` looks at none. */
  readonly malwareScanner: ScannerAddress | null
  /** How long it may take over one file. */
  readonly malwareScanSeconds: number
  readonly sessionIdleMinutes: number
  readonly sessionHours: number
  readonly uploadMegabytes: number
  /** Whether a process waits for the next package with everything loaded: faster, for about 150 MB. */
  readonly readyChild: boolean
  /** How long the code on a note opens its case. */
  readonly noteCodeDays: number
  /** Proves who we are to a receiver of packages, by the host of its address. */
  readonly deliveryTokens: ReadonlyMap<string, string>
  /** After so many attempts a person has to look at a delivery. */
  readonly deliveryTries: number
  /** Wait after the first attempt that failed; it doubles from then on. */
  readonly deliveryRetrySeconds: number
  /** PEM or PKCS#12 with the key and certificates that packages are sealed with; `null` makes one and keeps it. */
  readonly sealKey: string | null
  readonly sealPassword: string | null
  /** Time-stamping authority (RFC 3161) of the own network; `null` seals without time stamps. */
  readonly sealTimestampUrl: string | null
  /** Folder or file of certificates whose seals are known, besides one's own. */
  readonly sealTrust: string | null
  /** Memory of one argon2id hash; less makes stolen hashes cheaper to try. */
  readonly passwordMemoryKiB: number
}

/** As `net.connect` takes it. */
export type ScannerAddress = { readonly host: string; readonly port: number } | { readonly path: string }

/** A server that takes part: where its database is, is settled. */
export interface RunningConfig extends Config {
  readonly databaseUrl: string
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** A variable that cannot be used; the message names it and says what to put there. */
export class WrongConfig extends Error {}

export type Environment = Readonly<Record<string, string | undefined>>

/** Where the program lies: paths that the surroundings name count from here, wherever a command is called. */
const home = fileURLToPath(new URL('..', import.meta.url))
const inHome = (path: string): string => resolve(home, path)

/** Rules and templates, for commands that need nothing else of the surroundings. */
export function foldersOf(env: Environment): Pick<Config, 'rulesDir' | 'templatesDir'> {
  const read = new Reader(env)
  return {
    rulesDir: read.path('RULES_DIR') ?? inHome('rules'),
    templatesDir: read.path('TEMPLATES_DIR') ?? inHome('templates'),
  }
}

/** Reads the environment. @throws WrongConfig with all that is wrong, one line each */
export function readConfig(env: Environment): Config {
  const read = new Reader(env)
  const host = read.text('HOST') ?? '127.0.0.1'
  const port = read.number('PORT', 3000, 0, 65_535)
  const config: Config = {
    host,
    port,
    publicUrl: read.origin('PUBLIC_URL') ?? `http://${localName(host)}:${port}`,
    databaseUrl: read.url('DATABASE_URL', ['postgres:', 'postgresql:']),
    dataDir: read.path('DATA_DIR') ?? inHome('data'),
    ...foldersOf(env),
    installation: read.path('INSTALLATION'),
    logLevel: read.oneOf('LOG_LEVEL', logLevels, 'info'),
    trustedProxies: read.text('TRUSTED_PROXIES'),
    sessionSecret: read.secret('SESSION_SECRET', 32),
    storeKeyFile: read.path('STORE_KEY_FILE'),
    malwareScanner: read.scanner('MALWARE_SCANNER'),
    malwareScanSeconds: read.number('MALWARE_SCAN_SECONDS', 60, 1, 600),
    sessionIdleMinutes: read.number('SESSION_IDLE_MINUTES', 60, 1, 12 * 60),
    sessionHours: read.number('SESSION_HOURS', 12, 1, 24),
    uploadMegabytes: read.number('UPLOAD_MEGABYTES', 50, 1, 500),
    readyChild: read.oneOf('READY_CHILD', ['on', 'off'], 'on') === 'on',
    noteCodeDays: read.number('NOTE_CODE_DAYS', 90, 1, 730),
    deliveryTokens: read.tokens('DELIVERY_TOKENS'),
    deliveryTries: read.number('DELIVERY_TRIES', 20, 1, 100),
    deliveryRetrySeconds: read.number('DELIVERY_RETRY_SECONDS', 60, 1, 3_600),
    sealKey: read.path('SEAL_KEY'),
    sealPassword: read.text('SEAL_PASSWORD'),
    sealTimestampUrl: read.url('SEAL_TIMESTAMP_URL', ['http:', 'https:']),
    sealTrust: read.path('SEAL_TRUST'),
    passwordMemoryKiB: read.number('PASSWORD_MEMORY_KIB', 19_456, 7_168, 1_048_576),
  }
  read.complain()
  return config
}

/** A browser reaches a server that listens everywhere under this name. An address of IPv6 stands in brackets. */
function localName(host: string): string {
  if (['0.0.0.0', '::', '127.0.0.1'].includes(host)) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

/** Takes variables out of the environment and gathers what is wrong with them. */
class Reader {
  private readonly problems: string[] = []

  constructor(private readonly env: Environment) {}

  /** An empty variable counts as not set, as in `.env` files. */
  text(name: string): string | null {
    const value = this.env[name]?.trim()
    return value ? value : null
  }

  path(name: string): string | null {
    const value = this.text(name)
    return value === null ? null : inHome(value)
  }

  number(name: string, fallback: number, least: number, most: number): number {
    const value = this.text(name)
    if (value === null) return fallback
    const number = Number(value)
    if (/^\d+$/.test(value) && number >= least && number <= most) return number
    this.problems.push(`${name}: erwartet wird eine ganze Zahl von ${least} bis ${most}.`)
    return fallback
  }

  oneOf<T extends string>(name: string, values: readonly T[], fallback: T): T {
    const value = this.text(name)
    if (value === null) return fallback
    const known = values.find((one) => one === value)
    if (known === undefined) this.problems.push(`${name}: erwartet wird eines von ${values.join(', ')}.`)
    return known ?? fallback
  }

  /** The value itself stays out of the message: it may hold a password. */
  url(name: string, protocols: readonly string[]): string | null {
    const value = this.text(name)
    if (value === null) return null
    if (protocols.includes(protocolOf(value))) return value
    this.problems.push(
      `${name}: erwartet wird eine Adresse, die mit ${protocols.join('// oder ')}// beginnt.`,
    )
    return null
  }

  /** An address of a whole host: pages lead to each other from its root, so none lies in a folder. */
  origin(name: string): string | null {
    const value = this.url(name, ['http:', 'https:'])?.replace(/\/+$/, '') ?? null
    if (value === null || new URL(value).href === `${new URL(value).origin}/`) return value
    this.problems.push(
      `${name}: erwartet wird eine Adresse ohne Pfad und ohne Angaben dahinter, zum Beispiel https://lotse.example.de; für einen Pfad braucht es einen eigenen Rechnernamen.`,
    )
    return null
  }

  scanner(name: string): ScannerAddress | null {
    const value = this.text(name)
    if (value === null) return null
    const path = /^unix:(\/.+)$/.exec(value)?.[1]
    if (path !== undefined) return { path }
    const [, host, port] = /^tcp:\/\/(\[[0-9a-f:]+\]|[\w.-]+):(\d{1,5})$/i.exec(value) ?? []
    if (host !== undefined && Number(port) > 0 && Number(port) < 65_536)
      return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) }
    this.problems.push(`${name}: erwartet wird tcp://rechner:anschluss oder unix:/pfad/zum/socket.`)
    return null
  }

  secret(name: string, length: number): string | null {
    const value = this.text(name)
    if (value !== null && value.length < length)
      this.problems.push(`${name}: erwartet werden mindestens ${length} Zeichen.`)
    return value
  }

  /** `host=token`, separated by commas. A token goes to its host and to no other; none stands in the message. */
  tokens(name: string): ReadonlyMap<string, string> {
    const pairs = (this.text(name) ?? '').split(',').flatMap((pair) => pair.trim() || [])
    const read = pairs.map((pair) => /^([^\s=/]+)=([\w.~+/-]+=*)$/.exec(pair))
    if (read.includes(null))
      this.problems.push(`${name}: erwartet wird rechner=token, mehrere durch Kommas getrennt.`)
    return new Map(read.flatMap((pair) => (pair === null ? [] : [[pair[1]!.toLowerCase(), pair[2]!]])))
  }

  complain(): void {
    if (this.problems.length > 0) throw new WrongConfig(this.problems.join('\n'))
  }
}

function protocolOf(value: string): string {
  try {
    return new URL(value).protocol
  } catch {
    return ''
  }
}

/** The environment of this process. The only place where it is touched. */
export const environment: Environment = process.env

/** Whether `npm start` runs this. */
export const isStartedByNpm = environment['npm_lifecycle_event'] === 'start'
