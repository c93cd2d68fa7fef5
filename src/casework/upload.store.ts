import { Injectable } from '@nestjs/common'
import { IsNull, LessThan, Not } from 'typeorm'
import { Database, type Transaction } from '../platform/database.js'
import { isUuid } from '../platform/uuid.js'
import type { ListedUpload, Upload } from './case-file.js'
import { uploadTable } from './case-file.table.js'

const stands = { removedAt: IsNull() }
const asTheyCame = { addedAt: 'asc', id: 'asc' } as const

/** Which files belong to which document of a case; their bytes lie in the file store. */
@Injectable()
export class UploadStore {
  constructor(private readonly database: Database) {}

  /** The files of a case in the order in which they came. Whoever asks has found the case file before. */
  of(caseFileId: string): Promise<ListedUpload[]> {
    return this.database.reader.find(uploadTable, { where: { caseFileId, ...stands }, order: asTheyCame })
  }

  /** The same with those that were taken off and can still be brought back. */
  listed(caseFileId: string): Promise<ListedUpload[]> {
    return this.database.reader.find(uploadTable, { where: { caseFileId }, order: asTheyCame })
  }

  async find(caseFileId: string, id: string): Promise<Upload | null> {
    if (!isUuid(id)) return null
    return this.database.reader.findOneBy(uploadTable, { id, caseFileId, ...stands })
  }

  /** The same file that was taken for the same document under the same name before. Exact while the case is locked. */
  same(tx: Transaction, { caseFileId, document, name, sha256 }: Upload): Promise<ListedUpload | null> {
    return tx.manager.findOneBy(uploadTable, { caseFileId, document, name, sha256, ...stands })
  }

  /** What was taken off and is scanned once more is there again: there is nothing to bring back. */
  async add(tx: Transaction, upload: ListedUpload): Promise<void> {
    const { caseFileId, document, name, sha256 } = upload
    await tx.manager.delete(uploadTable, { caseFileId, document, name, sha256, removedAt: Not(IsNull()) })
    await tx.manager.insert(uploadTable, { ...upload })
  }

  /** Notes the plates of a scan that was taken in without them. Whoever asks has found the case file before. */
  async keepPlates({ id }: Upload, { plates, redrawn }: Pick<Upload, 'plates' | 'redrawn'>): Promise<void> {
    await this.database.change((tx) =>
      tx.manager.update(uploadTable, { id }, { plates, redrawn: [...redrawn] }),
    )
  }

  /** Notes when a scan was found clean that came unchecked. */
  async noteCheck(id: string, { malwareCheckedAt }: Pick<Upload, 'malwareCheckedAt'>): Promise<void> {
    await this.database.change((tx) => tx.manager.update(uploadTable, { id }, { malwareCheckedAt }))
  }

  /** How many files the case has. Exact while the case is locked. */
  count(tx: Transaction, caseFileId: string): Promise<number> {
    return tx.manager.countBy(uploadTable, { caseFileId, ...stands })
  }

  /** A scan of the case, taken off or not, with its row locked until the transaction ends. */
  async locked(tx: Transaction, caseFileId: string, id: string): Promise<ListedUpload | null> {
    if (!isUuid(id)) return null
    return tx.manager.findOne(uploadTable, { where: { id, caseFileId }, lock: { mode: 'pessimistic_write' } })
  }

  /** Takes a scan off its case, or with `null` brings it back. */
  async setRemoved(tx: Transaction, id: string, removedAt: string | null): Promise<void> {
    await tx.manager.update(uploadTable, { id }, { removedAt })
  }

  /** From now on nothing stands for its file, which the sweep takes away. */
  async forget(tx: Transaction, id: string): Promise<void> {
    await tx.manager.delete(uploadTable, { id })
  }

  async forgetRemovedBefore(instant: Date): Promise<void> {
    const removedAt = LessThan(instant.toISOString())
    await this.database.change((tx) => tx.manager.delete(uploadTable, { removedAt }))
  }
}
