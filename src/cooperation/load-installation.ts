import { Injectable } from '@nestjs/common'
import { audit } from '../platform/audit.js'
import { Database, type Transaction } from '../platform/database.js'
import { SessionStore } from '../platform/http/session.store.js'
import { Ids } from '../platform/ids.js'
import { authorityTable } from './authority.table.js'
import type { InstallationInput, StaffInput } from './installation.js'
import { InstallationStore } from './installation.store.js'
import { newPassword, Passwords } from './passwords.js'
import { StaffStore } from './staff.store.js'
import { staffTable } from './staff.table.js'

/** A password that was made for a new account: told to the operator once, kept nowhere. */
export interface NewAccount {
  readonly signInName: string
  readonly password: string
}

interface HashedAccount extends NewAccount {
  readonly hash: string
}

/** Fills the database from an installation file, or brings it up to date with a changed one. */
@Injectable()
export class LoadInstallation {
  constructor(
    private readonly database: Database,
    private readonly store: InstallationStore,
    private readonly staff: StaffStore,
    private readonly sessions: SessionStore,
    private readonly passwords: Passwords,
    private readonly ids: Ids,
  ) {}

  /** Whether there is no authority yet. */
  async isEmpty(): Promise<boolean> {
    return (await this.database.reader.count(authorityTable)) === 0
  }

  /**
   * Adds what is new and changes what is there, by key; takes nothing away and changes no password. An account that
   * the file calls disabled is out at once. Loading the same file twice does no harm.
   */
  async load(file: InstallationInput): Promise<NewAccount[]> {
    // Before the transaction: many hashes take longer than one may stand still.
    const made = await this.newAccounts(file)
    return this.database.change(async (tx) => {
      await this.store.lock(tx)
      const known = await namesIn(tx.manager)
      const accounts = made.filter(({ signInName }) => !known.has(signInName))
      await this.save(tx, file, new Map(accounts.map(({ signInName, hash }) => [signInName, hash])))
      return accounts.map(({ signInName, password }) => ({ signInName, password }))
    })
  }

  private async newAccounts({ staff, demonstrationPassword }: InstallationInput): Promise<HashedAccount[]> {
    const known = await namesIn(this.database.reader)
    return Promise.all(
      staff
        .filter(({ signInName }) => !known.has(signInName))
        .map(async ({ signInName }) => {
          const password = demonstrationPassword ?? newPassword()
          return { signInName, password, hash: await this.passwords.hash(password) }
        }),
    )
  }

  private async save(
    tx: Transaction,
    file: InstallationInput,
    hashOf: ReadonlyMap<string, string>,
  ): Promise<void> {
    const { name, authorities, offices, staff } = file
    for (const authority of authorities) await this.store.saveAuthority(tx, this.ids.newId(), authority)
    for (const authority of authorities)
      for (const department of authority.departments)
        await this.store.saveDepartment(tx, this.ids.newId(), authority.key, department)
    for (const office of offices) await this.store.saveOffice(tx, this.ids.newId(), office)
    for (const one of staff) await this.saveStaff(tx, one, hashOf.get(one.signInName))
    await this.store.saveInstallation(tx, file)
    const details = { authorities: authorities.length, offices: offices.length, staff: staff.length }
    const subject = { kind: 'installation', id: name }
    await audit(tx, { actor: null, action: 'installation.loaded', subject, details })
  }

  private async saveStaff(tx: Transaction, staff: StaffInput, newHash: string | undefined): Promise<void> {
    if (newHash === undefined) await this.store.updateStaff(tx, staff)
    else await this.store.addStaff(tx, this.ids.newId(), staff, newHash)
    await this.disable(tx, staff)
  }

  /** Disables an account that the file disables, and enables one that it disables no more. */
  private async disable(tx: Transaction, { signInName, disabled = false }: StaffInput): Promise<void> {
    const account = await this.staff.locked(tx, signInName)
    if (account === null || (account.disabledAt !== null) === disabled) return
    await this.staff.change(tx, account, { disabledAt: disabled ? tx.at : null })
    await this.sessions.endAllOf(tx, account.id)
    const action = disabled ? 'staff.disabled' : 'staff.enabled'
    await audit(tx, { actor: null, action, subject: { kind: 'staff', id: account.id } })
  }
}

async function namesIn(reader: Transaction['manager']): Promise<ReadonlySet<string>> {
  const known = await reader.find(staffTable, { select: { signInName: true } })
  return new Set(known.map(({ signInName }) => signInName))
}
