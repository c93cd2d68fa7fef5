import { Injectable } from '@nestjs/common'
import type { Repository } from 'typeorm'
import { audit, type AuditActor, type AuditEvent } from '../platform/audit.js'
import { Database, type Transaction } from '../platform/database.js'
import { isRefusal, type Refusal } from '../platform/refusal.js'
import type { Decided, RuleRelease } from './rule-release.js'
import { ruleReleaseTable } from './rule-release.table.js'

const newestFirst = { proposedAt: 'desc', id: 'desc' } as const

@Injectable()
export class RuleReleaseStore {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  all(): Promise<RuleRelease[]> {
    return this.database.reader.find(ruleReleaseTable, { order: newestFirst })
  }

  of(ruleSet: string): Promise<RuleRelease[]> {
    return this.database.reader.find(ruleReleaseTable, { where: { ruleSet }, order: newestFirst })
  }

  find(ruleSet: string, id: string): Promise<RuleRelease | null> {
    return this.database.reader.findOneBy(ruleReleaseTable, { id, ruleSet })
  }

  /** Proposals for the same rule set wait for each other; the second one sees the first. */
  propose(
    release: RuleRelease,
    actor: AuditActor,
    problem: (releases: readonly RuleRelease[]) => Refusal | null,
  ): Promise<Decided> {
    return this.database.change(async (tx) => {
      const { ruleSet } = release
      await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [ruleSet])
      const refused = problem(await this.rows(tx).findBy({ ruleSet }))
      if (refused !== null) return refused
      await this.rows(tx).insert({ ...release })
      await audit(tx, eventOf(release, actor))
      return release
    })
  }

  /** One transaction: row lock, function, save and audit entry. `null` where the rule set has no such release. */
  decide(
    ruleSet: string,
    id: string,
    actor: AuditActor,
    work: (release: RuleRelease) => Decided,
  ): Promise<Decided | null> {
    return this.database.change(async (tx) => {
      const before = await this.rows(tx).findOne({
        where: { id, ruleSet },
        lock: { mode: 'pessimistic_write' },
      })
      if (before === null) return null
      const after = work(before)
      if (isRefusal(after)) return after
      const { id: _id, ...columns } = after
      await this.rows(tx).update({ id }, columns)
      await audit(tx, eventOf(after, actor))
      return after
    })
  }

  private rows(tx: Transaction): Repository<RuleRelease> {
    return tx.manager.getRepository(ruleReleaseTable)
  }
}

const actions: Record<RuleRelease['state'], string> = {
  proposed: 'ruleSet.releaseProposed',
  released: 'ruleSet.released',
  rejected: 'ruleSet.releaseRejected',
  withdrawn: 'ruleSet.releaseWithdrawn',
}

/** One chain per rule set: who released what, one after the other. */
const eventOf = ({ ruleSet, id, sha256, state, tests }: RuleRelease, actor: AuditActor): AuditEvent => ({
  actor,
  action: actions[state],
  subject: { kind: 'ruleSet', id: ruleSet },
  details: { release: id, sha256, ...(tests === null ? {} : { tests: { ...tests } }) },
})
