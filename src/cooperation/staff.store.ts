import { Injectable } from '@nestjs/common'
import { Database } from '../platform/database.js'
import type { Staff } from './staff.js'
import { staffTable } from './staff.table.js'

@Injectable()
export class StaffStore {
  constructor(private readonly database: Database) {}

  findBySignInName(signInName: string): Promise<Staff | null> {
    return this.database.reader.findOne(staffTable, { where: { signInName } })
  }
}
