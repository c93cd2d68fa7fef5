import { Injectable } from '@nestjs/common'
import { Database } from '../platform/database.js'
import type { Authority, Department } from './authority.js'
import { authorityTable, departmentTable } from './authority.table.js'
import type { Office, OfficeService } from './office.js'
import { officeServiceTable, officeTable } from './office.table.js'

/** Who offers what, and who decides on it. */
@Injectable()
export class OfficeDirectory {
  constructor(private readonly database: Database) {}

  /** Who decides on a service offered at this office; null if it is not offered there. */
  routeOf(officeId: string, service: string): Promise<OfficeService | null> {
    return this.database.reader.findOne(officeServiceTable, { where: { officeId, service } })
  }

  /** @param reader that of a transaction, for whoever asks inside of one */
  officeOf(id: string, reader = this.database.reader): Promise<Office | null> {
    return reader.findOne(officeTable, { where: { id } })
  }

  departmentOf(id: string): Promise<Department | null> {
    return this.database.reader.findOne(departmentTable, { where: { id } })
  }

  authorityOf(id: string): Promise<Authority | null> {
    return this.database.reader.findOne(authorityTable, { where: { id } })
  }
}
