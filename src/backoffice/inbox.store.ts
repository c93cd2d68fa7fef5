import { Injectable } from '@nestjs/common'
import { caseFileTable } from '../casework/case-file.table.js'
import { fitting, mostListed, type SearchWords } from '../casework/case-list.store.js'
import { Database } from '../platform/database.js'
import { inboxColumns, type InboxEntry, type InboxState } from './inbox.js'

/** The cases of a department as its list shows them. */
@Injectable()
export class InboxStore {
  constructor(private readonly database: Database) {}

  /** What waits for a decision: the oldest first. What is decided: the newest first. */
  list(departmentId: string, state: InboxState, words: SearchWords): Promise<InboxEntry[]> {
    const query = this.database.reader
      .createQueryBuilder(caseFileTable, 'c')
      .select(inboxColumns.map((column) => `c.${column}`))
      .where('c.departmentId = :departmentId and c.state = :state', { departmentId, state })
    return fitting(query, words)
      .orderBy('c.changedAt', state === 'handedOver' ? 'ASC' : 'DESC')
      .limit(mostListed)
      .getMany()
  }
}
