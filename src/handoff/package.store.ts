import { Injectable } from '@nestjs/common'
import { caseFileTable } from '../casework/case-file.table.js'
import type { Actor } from '../cooperation/actor.js'
import { Database, type Transaction } from '../platform/database.js'
import { isUuid } from '../platform/uuid.js'
import type { Package } from './package.js'
import { packageTable } from './package.table.js'

/** Who asks: the office that has the case, the department that the package was handed to. */
interface PackageReader {
  readonly officeId: string | null
  readonly departmentId: string | null
}

/** A clerk reads for their office, a caseworker for their department; being entered in one is not enough. */
export const readerOf = ({ roles, officeId, departmentId }: Actor): PackageReader => ({
  officeId: roles.includes('clerk') ? officeId : null,
  departmentId: roles.includes('caseworker') ? departmentId : null,
})

/** What was handed over, row by row: the bytes lie in the file store, and a row never changes. */
@Injectable()
export class PackageStore {
  constructor(private readonly database: Database) {}

  /** The packages of a case that these eyes may see, the newest first; none for a case of others. */
  async of(caseFileId: string, { officeId, departmentId }: PackageReader): Promise<Package[]> {
    if (!isUuid(caseFileId)) return []
    return this.database.reader
      .createQueryBuilder(packageTable, 'p')
      .innerJoin(caseFileTable.options.name, 'c', 'c.id = p.caseFileId')
      .where('p.caseFileId = :caseFileId', { caseFileId })
      .andWhere('(c.officeId = :officeId or p.departmentId = :departmentId)', { officeId, departmentId })
      .orderBy('p.caseVersion', 'DESC')
      .getMany()
  }

  /** The package of a case that was handed over last. Whoever asks holds the case's lock or has found it before. */
  last(tx: Transaction, caseFileId: string): Promise<Package | null> {
    return tx.manager.findOne(packageTable, { where: { caseFileId }, order: { caseVersion: 'desc' } })
  }

  async add(tx: Transaction, made: Package): Promise<void> {
    await tx.manager.insert(packageTable, { ...made })
  }
}
