import { Injectable } from '@nestjs/common'
import { departmentTable } from '../../cooperation/authority.table.js'
import type { DeliveryTarget } from '../../cooperation/delivery-target.js'
import { Database, type Transaction } from '../../platform/database.js'
import type { Package } from '../package.js'
import { packageTable } from '../package.table.js'
import type { Delivery } from './delivery.js'
import { deliveryTable } from './delivery.table.js'

/** An attempt that has begun. Its id is asked for whenever its end is written: a late one changes nothing. */
export interface Attempt {
  readonly id: string
  readonly packageId: string
  readonly tries: number
}

/** A delivery that has not ended well, with what people call its package. */
export interface ListedDelivery extends Omit<Delivery, 'deliveredAt'> {
  readonly caseNumber: string
  readonly department: string
  /** When to try next; while someone tries, until when they are believed to be at it. */
  readonly dueAt: Date
}

export interface StuckCases {
  readonly total: number
  /** The oldest, as many as a page can show usefully. */
  readonly cases: readonly { readonly caseFileId: string; readonly caseNumber: string }[]
}

/** Times are the database's own, so that servers whose clocks differ agree on whose turn it is. */
const leaseSeconds = 20

/**
 * How far each package is on its way into the department's own system. Whoever delivers holds a lease: where its program
 * was killed, another goes on.
 */
@Injectable()
export class DeliveryStore {
  constructor(private readonly database: Database) {}

  /** In the transaction of the hand-over. A department without a system of its own has nothing to wait for. */
  async add(tx: Transaction, { id, authorityId, departmentId }: Package): Promise<void> {
    const department = await tx.manager.findOneBy(departmentTable, { id: departmentId })
    if (department?.delivery)
      await tx.manager.query(
        `insert into delivery (package_id, authority_id, state) values ($1, $2, 'waiting')`,
        [id, authorityId],
      )
  }

  /** Whoever asks has found the package before. */
  of(packageId: string): Promise<Delivery | null> {
    return this.database.reader.findOneBy(deliveryTable, { packageId })
  }

  /** Begins an attempt at the delivery that has waited longest; `null` when none is due. Committed before any work. */
  async claim(attemptId: string): Promise<Attempt | null> {
    const [rows]: [{ packageId: string; tries: number }[], number] = await this.database.reader.query(
      claimOne,
      [attemptId, leaseSeconds],
    )
    return rows[0] === undefined ? null : { id: attemptId, ...rows[0] }
  }

  /** Says that the attempt goes on; false when it is no longer believed. */
  keep({ id, packageId }: Attempt): Promise<boolean> {
    return this.touch(`update delivery set due_at = now() + make_interval(secs => $3) where ${held}`, [
      packageId,
      id,
      leaseSeconds,
    ])
  }

  /** What is to be delivered; read anew for each attempt, so that none delivers what is gone. */
  packageOf({ packageId }: Attempt): Promise<Package | null> {
    return this.database.reader.findOneBy(packageTable, { id: packageId })
  }

  /** Where the department wants its packages now: a target that was put right counts for what waits. */
  async targetOf({ departmentId }: Package): Promise<DeliveryTarget | null> {
    const department = await this.database.reader.findOneBy(departmentTable, { id: departmentId })
    return department?.delivery ?? null
  }

  /** @returns false when the attempt was given up on meanwhile */
  delivered(tx: Transaction, { id, packageId }: Attempt, to: string): Promise<boolean> {
    return this.touch(
      `update delivery set state = 'delivered', delivered_at = $3, delivered_to = $4, problem = null, held_by = null
       where ${held}`,
      [packageId, id, tx.at, to],
      tx,
    )
  }

  /** What may go by itself, an answer that did not come, is tried again. @returns as `delivered` */
  tryLater({ id, packageId }: Attempt, seconds: number, problem: string): Promise<boolean> {
    return this.touch(
      `update delivery set due_at = now() + make_interval(secs => $3), problem = $4, held_by = null where ${held}`,
      [packageId, id, seconds, problem],
    )
  }

  /** What will not go by itself waits for a person who restarts it. @returns as `delivered` */
  needsHuman(tx: Transaction, { id, packageId }: Attempt, problem: string): Promise<boolean> {
    return this.touch(
      `update delivery set state = 'needsHuman', problem = $3, held_by = null where ${held}`,
      [packageId, id, problem],
      tx,
    )
  }

  /** An attempt that ended because the program does counts for nothing. */
  handBack({ id, packageId }: Attempt): Promise<boolean> {
    return this.touch(`update delivery set due_at = now(), tries = tries - 1, held_by = null where ${held}`, [
      packageId,
      id,
    ])
  }

  /** Starts anew what did not arrive. @returns false where there is nothing to start */
  restart(tx: Transaction, packageId: string): Promise<boolean> {
    return this.touch(
      `update delivery set state = 'waiting', tries = 0, due_at = now(), held_by = null
       where package_id = $1 and state <> 'delivered' and problem is not null`,
      [packageId],
      tx,
    )
  }

  /** The cases of a department whose last package did not arrive and is not tried any more. */
  async stuckIn(departmentId: string): Promise<StuckCases> {
    const rows: { caseFileId: string; caseNumber: string; total: number }[] =
      await this.database.reader.query(stuck, [departmentId])
    return { total: rows[0]?.total ?? 0, cases: rows }
  }

  /** What is not delivered yet; what needs a person first. */
  list(): Promise<ListedDelivery[]> {
    return this.database.reader.query(listed)
  }

  /** TypeORM answers an update with its rows and their number. */
  private async touch(sql: string, values: unknown[], tx?: Transaction): Promise<boolean> {
    const [, count] = (await (tx?.manager ?? this.database.reader).query(sql, values)) as [unknown, number]
    return count === 1
  }
}

const held = `package_id = $1 and held_by = $2 and state = 'waiting'`

const claimOne = `
  update delivery set held_by = $1, tries = tries + 1, due_at = now() + make_interval(secs => $2)
  where package_id = (
    select package_id from delivery where state = 'waiting' and due_at <= now()
    order by due_at for update skip locked limit 1
  )
  returning package_id as "packageId", tries`

const stuck = `
  select package.case_file_id as "caseFileId", package.contents #>> '{caseFile,number}' as "caseNumber",
    count(*) over ()::int as total
  from delivery join package on package.id = delivery.package_id
  where delivery.state = 'needsHuman' and package.department_id = $1 and not exists (
    select from package later
    where later.case_file_id = package.case_file_id and later.case_version > package.case_version
  )
  order by package.made_at limit 50`

const listed = `
  select delivery.package_id as "packageId", package.contents #>> '{caseFile,number}' as "caseNumber",
    department.name as department, delivery.state, delivery.tries, delivery.due_at as "dueAt", delivery.problem
  from delivery
  join package on package.id = delivery.package_id
  join department on department.id = package.department_id
  where delivery.state <> 'delivered'
  order by delivery.state = 'needsHuman' desc, package.made_at`
