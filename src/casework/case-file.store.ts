import { Injectable } from '@nestjs/common'
import type { Repository } from 'typeorm'
import { audit, type AuditActor, type AuditEvent } from '../platform/audit.js'
import { Database, type Transaction } from '../platform/database.js'
import { isRefusal, type Refusal } from '../platform/refusal.js'
import { isUuid } from '../platform/uuid.js'
import type { CaseFile } from './case-file.js'
import { caseFileTable } from './case-file.table.js'
import type { Changed } from './change.js'

/** Whose eyes are looking: an office sees its cases, a department those of its own, who holds a code that one case. */
export type Reach =
  { readonly officeId: string } | { readonly departmentId: string } | { readonly id: string }

/** What the audit entry of a change says besides who, when and about which case file. */
export interface Told {
  readonly action: string
  /** Known beforehand, or what the change came to. */
  readonly details?: Details | ((before: CaseFile, after: CaseFile) => Details)
}

type Details = NonNullable<AuditEvent['details']>

/** What came of a change: the case file as it is now, why not, or `null` where there is no such case file for these eyes. */
export type Outcome = CaseFile | Refusal | null

@Injectable()
export class CaseFileStore {
  constructor(private readonly database: Database) {}

  /** `null` for a missing case and for one of others alike. */
  async find(id: string, reach: Reach): Promise<CaseFile | null> {
    if (!isUuid(id)) return null
    return this.database.reader.findOneBy(caseFileTable, { id, ...reach })
  }

  /** The next free number of the installation, `2026-000123`. */
  async nextNumber(tx: Transaction, year: string): Promise<string> {
    const rows: { next: string }[] = await tx.manager.query("select nextval('case_number') as next")
    return `${year}-${rows[0]!.next.padStart(6, '0')}`
  }

  /** The case that the same form has opened before; two that come at once wait for each other. */
  async openedBefore(tx: Transaction, id: string, reach: Reach): Promise<CaseFile | null> {
    await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [id])
    return this.rows(tx).findOneBy({ id, ...reach })
  }

  isTaken(tx: Transaction, id: string): Promise<boolean> {
    return this.rows(tx).existsBy({ id })
  }

  async add(tx: Transaction, caseFile: CaseFile, actor: AuditActor): Promise<void> {
    await this.rows(tx).insert({ ...caseFile })
    await audit(tx, {
      actor,
      action: 'caseFile.opened',
      subject: { kind: 'caseFile', id: caseFile.id },
      details: { service: caseFile.service, ruleSet: caseFile.ruleSet, state: caseFile.state },
    })
  }

  /** The ids of all rule sets that any case refers to. */
  async ruleSetsInUse(): Promise<ReadonlySet<string>> {
    const rows: { ruleSet: string }[] = await this.database.reader.query(
      'select distinct rule_set as "ruleSet" from case_file',
    )
    return new Set(rows.map(({ ruleSet }) => ruleSet))
  }

  /** One transaction: row lock, function, save and audit entry. */
  change(
    id: string,
    reach: Reach,
    actor: AuditActor,
    work: (caseFile: CaseFile) => Changed,
    told: Told,
  ): Promise<Outcome> {
    return this.database.change((tx) => this.changeIn(tx, id, reach, actor, work, told))
  }

  /**
   * The same inside a transaction that does more. Nothing is written if the function returns the very same object or
   * refuses. The version is checked although the row is locked, in case someone writes past this.
   */
  async changeIn(
    tx: Transaction,
    id: string,
    reach: Reach,
    actor: AuditActor,
    work: (caseFile: CaseFile) => Changed,
    told: Told,
  ): Promise<Outcome> {
    const before = await this.locked(tx, id, reach)
    if (before === null) return null
    const after = work(before)
    if (isRefusal(after) || after === before) return after
    const version = before.version + 1
    const saved: CaseFile = { ...after, version, changedAt: tx.at.toISOString() }
    const { id: _id, ...columns } = saved
    const { affected } = await this.rows(tx).update({ id, version: before.version }, columns)
    if (affected !== 1) throw new Error(`Case file ${id} was written past its lock.`)
    await this.tell(tx, before, saved, actor, told)
    return saved
  }

  private async tell(
    tx: Transaction,
    before: CaseFile,
    after: CaseFile,
    actor: AuditActor,
    { action, details }: Told,
  ): Promise<void> {
    const step = before.state === after.state ? {} : { from: before.state, to: after.state }
    await audit(tx, {
      actor,
      action,
      subject: { kind: 'caseFile', id: after.id },
      details: {
        version: after.version,
        ...step,
        ...(typeof details === 'function' ? details(before, after) : details),
      },
    })
  }

  /** The case file with its row locked until the transaction ends. */
  async locked(tx: Transaction, id: string, reach: Reach): Promise<CaseFile | null> {
    if (!isUuid(id)) return null
    return this.rows(tx).findOne({ where: { id, ...reach }, lock: { mode: 'pessimistic_write' } })
  }

  private rows(tx: Transaction): Repository<CaseFile> {
    return tx.manager.getRepository(caseFileTable)
  }
}
