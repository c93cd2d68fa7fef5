import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../config.js'
import { keepOnce } from '../keep-once.js'

/** The secret that signs session cookies: the one that was set, or one made once and kept with the data. */
export function sessionSecret({ sessionSecret, dataDir }: Config): string {
  if (sessionSecret !== null) return sessionSecret
  const path = join(dataDir, 'session-secret')
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  if (!existsSync(path)) keepOnce(path, randomBytes(32).toString('base64url'))
  return readFileSync(path, 'utf8')
}
