import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type AuditEvent, canonicalEntry, chainOf } from './audit.js'
import { Database } from './database.js'

export interface AuditEntry extends AuditEvent {
  readonly position: number
  readonly at: Date
  readonly hash: string
}

/** A chain that does not verify, and the first position at which it does not. */
export interface BrokenChain {
  readonly chain: string
  readonly position: number
}

interface EntryRow {
  readonly chain: string
  readonly position: number
  readonly at: Date
  readonly actor_id: string | null
  readonly actor_name: string | null
  readonly authority_id: string | null
  readonly action: string
  readonly subject_kind: string
  readonly subject_id: string
  readonly details: NonNullable<AuditEvent['details']>
  readonly hash: string
}

/**
 * Reads what happened, and proves that nobody changed it afterwards. The proof is as good as the heads are safe: who may
 * write everything could make whole chains anew, so heads belong into the backups too.
 */
@Injectable()
export class AuditTrail {
  constructor(private readonly database: Database) {}

  /** The entries about one subject, oldest first. */
  async of(subject: AuditEvent['subject']): Promise<AuditEntry[]> {
    return (await rowsOf(chainOf(subject), this.database.reader)).map(entryFrom)
  }

  /** The last entry about a subject that tells of this action; `null` if it never happened. */
  async last(subject: AuditEvent['subject'], action: string): Promise<AuditEntry | null> {
    const rows: EntryRow[] = await this.database.reader.query(
      'select * from audit_entry where chain = $1 and action = $2 order by position desc limit 1',
      [chainOf(subject), action],
    )
    return rows.map(entryFrom)[0] ?? null
  }

  /** Every chain in which an entry was changed, taken out or put in; empty when all is well. */
  brokenChains(): Promise<BrokenChain[]> {
    // What is written meanwhile would stand behind a head that was read before.
    return this.database.readAsOfNow(brokenIn)
  }
}

async function brokenIn(reader: EntityManager): Promise<BrokenChain[]> {
  const chains: { chain: string; length: number; head: string }[] = await reader.query(
    'select chain, length, head from audit_chain order by chain',
  )
  const broken: BrokenChain[] = await reader.query(
    `select chain, min(position) as position from audit_entry as entry
     where not exists (select from audit_chain where audit_chain.chain = entry.chain) group by chain`,
  )
  for (const { chain, length, head } of chains) {
    const position = firstBreak(await rowsOf(chain, reader), length, head)
    if (position !== null) broken.push({ chain, position })
  }
  return broken
}

function firstBreak(rows: readonly EntryRow[], length: number, head: string): number | null {
  let before = ''
  for (const [index, row] of rows.entries()) {
    const hash = createHash('sha256')
      .update(before + canonicalEntry(entryFrom(row)))
      .digest('hex')
    if (row.position !== index + 1 || row.hash !== hash) return index + 1
    before = hash
  }
  return rows.length === length && before === head ? null : rows.length + 1
}

const rowsOf = (chain: string, reader: EntityManager): Promise<EntryRow[]> =>
  reader.query('select * from audit_entry where chain = $1 order by position', [chain])

const entryFrom = (row: EntryRow): AuditEntry => ({
  position: row.position,
  at: row.at,
  actor:
    row.actor_id === null
      ? null
      : { staffId: row.actor_id, name: row.actor_name ?? '', authorityId: row.authority_id ?? '' },
  action: row.action,
  subject: { kind: row.subject_kind, id: row.subject_id },
  details: row.details,
  hash: row.hash,
})
