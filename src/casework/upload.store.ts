import { Injectable } from '@nestjs/common'
import { Database, type Transaction } from '../platform/database.js'
import { isUuid } from '../platform/uuid.js'
import type { Upload } from './case-file.js'
import { uploadTable } from './case-file.table.js'

/** Which files belong to which document of a case; their bytes lie in the file store. */
@Injectable()
export class UploadStore {
  constructor(private readonly database: Database) {}

  /** The files of a case in the order in which they came. Whoever asks has found the case file before. */
  of(caseFileId: string): Promise<Upload[]> {
    return this.database.reader.find(uploadTable, {
      where: { caseFileId },
      order: { addedAt: 'asc', id: 'asc' },
    })
  }

  async find(caseFileId: string, id: string): Promise<Upload | null> {
    if (!isUuid(id)) return null
    return this.database.reader.findOneBy(uploadTable, { id, caseFileId })
  }

  /** The same file that was taken for the same document under the same name before. Exact while the case is locked. */
  same(tx: Transaction, { caseFileId, document, name, sha256 }: Upload): Promise<Upload | null> {
    return tx.manager.findOneBy(uploadTable, { caseFileId, document, name, sha256 })
  }

  async add(tx: Transaction, upload: Upload): Promise<void> {
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
    return tx.manager.countBy(uploadTable, { caseFileId })
  }

  /** The document whose scan the file is, seen from inside a transaction; `null` where the case has no such file. */
  async documentOf(tx: Transaction, caseFileId: string, id: string): Promise<string | null> {
    const upload = isUuid(id) ? await tx.manager.findOneBy(uploadTable, { id, caseFileId }) : null
    return upload?.document ?? null
  }

  async remove(tx: Transaction, caseFileId: string, id: string): Promise<void> {
    await tx.manager.delete(uploadTable, { id, caseFileId })
  }
}
