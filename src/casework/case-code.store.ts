import { Injectable } from '@nestjs/common'
import { LessThan, MoreThan } from 'typeorm'
import { Database, type Transaction } from '../platform/database.js'
import type { CaseCode } from './case-code.js'
import { caseCodeTable } from './case-code.table.js'

@Injectable()
export class CaseCodeStore {
  constructor(private readonly database: Database) {}

  /** Keeps a new code; those that have expired go. */
  async add(tx: Transaction, code: CaseCode): Promise<void> {
    await tx.manager.delete(caseCodeTable, { expiresAt: LessThan(tx.at.toISOString()) })
    await tx.manager.insert(caseCodeTable, { ...code })
  }

  /** `null` for an unknown and for an expired code alike. */
  find(hash: Buffer, now: Date): Promise<CaseCode | null> {
    return this.database.reader.findOneBy(caseCodeTable, { hash, expiresAt: MoreThan(now.toISOString()) })
  }

  /** The second language of the note that was made last for the case; `null` for German alone, and for none. */
  async lastLanguage(caseFileId: string): Promise<string | null> {
    const last = await this.database.reader.findOne(caseCodeTable, {
      where: { caseFileId },
      order: { madeAt: 'desc' },
    })
    return last?.language ?? null
  }
}
