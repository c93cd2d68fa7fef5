import { randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { audit } from '../platform/audit.js'
import { Database, type Transaction } from '../platform/database.js'
import { Ids } from '../platform/ids.js'
import { authorityTable } from './authority.table.js'
import type { InstallationInput, StaffInput } from './installation.js'
import { InstallationStore } from './installation.store.js'
import { Passwords } from './passwords.js'
import { staffTable } from './staff.table.js'

/** A password that was made for a new account: told to the operator once, kept nowhere. */
export interface NewAccount {
  readonly signInName: string
  readonly password: string
}

/** Fills the database from an installation file, or brings it up to date with a changed one. */
@Injectable()
export class LoadInstallation {
  constructor(
    private readonly database: Database,
    private readonly store: InstallationStore,
    private readonly passwords: Passwords,
    private readonly ids: Ids,
  ) {}

  /** Whether there is no authority yet. */
  async isEmpty(): Promise<boolean> {
    return (await this.database.reader.count(authorityTable)) === 0
  }

  /**
   * Adds what is new and changes what is there, by key; takes nothing away and changes no password. Loading the same
   * file twice does no harm.
   */
  async load(file: InstallationInput): Promise<NewAccount[]> {
    const accounts = await this.newAccounts(file)
    const hashes = await Promise.all(accounts.map(({ password }) => this.passwords.hash(password)))
    const hashOf = new Map(accounts.map(({ signInName }, at) => [signInName, hashes[at]!]))
    await this.database.change((tx) => this.save(tx, file, hashOf))
    return accounts
  }

  private async newAccounts({ staff, demonstrationPassword }: InstallationInput): Promise<NewAccount[]> {
    const known = await this.database.reader.find(staffTable, { select: { signInName: true } })
    const names = new Set(known.map(({ signInName }) => signInName))
    return staff
      .filter(({ signInName }) => !names.has(signInName))
      .map(({ signInName }) => ({
        signInName,
        password: demonstrationPassword ?? randomBytes(12).toString('base64url'),
      }))
  }

  private async save(
    tx: Transaction,
    file: InstallationInput,
    hashOf: ReadonlyMap<string, string>,
  ): Promise<void> {
    await this.store.lock(tx)
    for (const authority of file.authorities) await this.store.saveAuthority(tx, this.ids.newId(), authority)
    for (const authority of file.authorities)
      for (const department of authority.departments)
        await this.store.saveDepartment(tx, this.ids.newId(), authority.key, department)
    for (const office of file.offices) await this.store.saveOffice(tx, this.ids.newId(), office)
    for (const staff of file.staff) await this.saveStaff(tx, staff, hashOf.get(staff.signInName))
    await this.store.saveInstallation(tx, file)
    const { name, authorities, offices, staff } = file
    const details = { authorities: authorities.length, offices: offices.length, staff: staff.length }
    await audit(tx, {
      actor: null,
      action: 'installation.loaded',
      subject: { kind: 'installation', id: name },
      details,
    })
  }

  private saveStaff(tx: Transaction, staff: StaffInput, newHash: string | undefined): Promise<void> {
    return newHash === undefined
      ? this.store.updateStaff(tx, staff)
      : this.store.addStaff(tx, this.ids.newId(), staff, newHash)
  }
}
