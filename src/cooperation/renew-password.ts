import { Injectable } from '@nestjs/common'
import { audit } from '../platform/audit.js'
import { Database } from '../platform/database.js'
import { SessionStore } from '../platform/http/session.store.js'
import { newPassword, Passwords } from './passwords.js'
import { StaffStore } from './staff.store.js'

@Injectable()
export class RenewPassword {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffStore,
    private readonly passwords: Passwords,
    private readonly sessions: SessionStore,
  ) {}

  /** Gives an account a password made just now, and ends its sessions. `null` where there is no such account. */
  async renew(signInName: string): Promise<string | null> {
    const password = newPassword()
    const passwordHash = await this.passwords.hash(password)
    return this.database.change(async (tx) => {
      const account = await this.staff.locked(tx, signInName)
      if (account === null) return null
      await this.staff.change(tx, account, { passwordHash })
      await this.sessions.endAllOf(tx, account.id)
      const subject = { kind: 'staff', id: account.id }
      await audit(tx, { actor: null, action: 'staff.passwordRenewed', subject })
      return password
    })
  }
}
