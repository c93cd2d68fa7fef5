import { Injectable } from '@nestjs/common'
import { caseFileTable } from '../casework/case-file.table.js'
import { Database } from '../platform/database.js'
import { inboxColumns, type InboxEntry, type InboxState } from './inbox.js'

/** More than a page can show usefully. */
const mostListed = 200

@Injectable()
export class InboxStore {
  constructor(private readonly database: Database) {}

  /** What waits for a decision: the oldest first. What is decided: the newest first. */
  list(departmentId: string, state: InboxState): Promise<InboxEntry[]> {
    return this.database.reader
      .createQueryBuilder(caseFileTable, 'c')
      .select(inboxColumns.map((column) => `c.${column}`))
      .where('c.departmentId = :departmentId and c.state = :state', { departmentId, state })
      .orderBy('c.changedAt', state === 'handedOver' ? 'ASC' : 'DESC')
      .limit(mostListed)
      .getMany()
  }
}
