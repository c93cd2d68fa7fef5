import { Injectable } from '@nestjs/common'
import { Database, type Transaction } from '../platform/database.js'
import type { Staff } from './staff.js'
import { staffTable } from './staff.table.js'

@Injectable()
export class StaffStore {
  constructor(private readonly database: Database) {}

  findBySignInName(signInName: string): Promise<Staff | null> {
    return this.database.reader.findOne(staffTable, { where: { signInName } })
  }

  /** The account with its row locked until the transaction ends. */
  locked(tx: Transaction, signInName: string): Promise<Staff | null> {
    return tx.manager.findOne(staffTable, { where: { signInName }, lock: { mode: 'pessimistic_write' } })
  }

  async change(
    tx: Transaction,
    { id }: Staff,
    changes: Partial<Pick<Staff, 'passwordHash' | 'disabledAt'>>,
  ): Promise<void> {
    await tx.manager.update(staffTable, { id }, changes)
  }
}
