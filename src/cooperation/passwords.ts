import { randomBytes } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { hash, verify } from '@node-rs/argon2'
import type { Config } from '../config.js'
import { CONFIG } from '../platform/config.token.js'

/** A password that nobody guesses: told once, kept nowhere. */
export const newPassword = (): string => randomBytes(12).toString('base64url')

/** argon2id (the library's default), whose work an attacker with the table has to do for every guess. */
@Injectable()
export class Passwords {
  private stranger: Promise<string> | undefined

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  hash(password: string): Promise<string> {
    return hash(password, { memoryCost: this.config.passwordMemoryKiB, timeCost: 2, parallelism: 1 })
  }

  /** Does the same work for a name that does not exist (`null`), so that the time does not tell. */
  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    if (passwordHash !== null) return verify(passwordHash, password)
    this.stranger ??= this.hash('nobody has this password')
    await verify(await this.stranger, password)
    return false
  }
}
