import { canonicalJson, type Json } from './canonical-json.js'
import type { Transaction } from './database.js'

/** Who did it; `null` where the program itself did. An `Actor` fits. */
export interface AuditActor {
  readonly staffId: string
  readonly name: string
  readonly authorityId: string
}

export interface AuditEvent {
  readonly actor: AuditActor | null
  /** A verb of the domain, `caseFile.handedOver`. */
  readonly action: string
  /** What it happened to. All entries about one subject form one chain. */
  readonly subject: { readonly kind: string; readonly id: string }
  /** Ids, states and counts; never the contents of a case. */
  readonly details?: { readonly [key: string]: Json | undefined }
}

/**
 * Writes an entry into the chain of its subject, in the transaction of the change it tells of.
 *
 * Every entry's hash covers the hash before it, so a changed, removed or inserted entry breaks the chain from there
 * on. There is one chain per subject and not one for all, because appending takes a lock until the transaction
 * ends: whoever changes a case file holds its lock anyway, so clerks never wait for each other here.
 */
export async function audit(tx: Transaction, event: AuditEvent): Promise<void> {
  const details = event.details ?? {}
  await tx.manager.query(appendEntry, [
    chainOf(event.subject),
    canonicalEntry({ ...event, at: tx.at, details }),
    tx.at,
    event.actor?.staffId ?? null,
    event.actor?.name ?? null,
    event.actor?.authorityId ?? null,
    event.action,
    event.subject.kind,
    event.subject.id,
    JSON.stringify(details),
  ])
}

/** What the hash of an entry covers besides the hash before it. */
export const canonicalEntry = (event: AuditEvent & { readonly at: Date }): string =>
  canonicalJson({
    at: event.at.toISOString(),
    actor: event.actor?.staffId ?? null,
    actorName: event.actor?.name ?? null,
    authority: event.actor?.authorityId ?? null,
    action: event.action,
    kind: event.subject.kind,
    id: event.subject.id,
    details: event.details ?? {},
  })

export const chainOf = (subject: AuditEvent['subject']): string => `${subject.kind}:${subject.id}`

/**
 * The head of the chain moves and the entry is written in one statement: the row lock of the upsert puts writers
 * to the same chain in a row, and each sees the head the one before it left.
 */
const appendEntry = `
  with link as (
    insert into audit_chain as chain (chain, length, head)
    values ($1, 1, encode(sha256(convert_to($2, 'UTF8')), 'hex'))
    on conflict (chain) do update
      set length = chain.length + 1, head = encode(sha256(convert_to(chain.head || $2, 'UTF8')), 'hex')
    returning length, head
  )
  insert into audit_entry
    (chain, position, at, actor_id, actor_name, authority_id, action, subject_kind, subject_id, details, hash)
  select $1, link.length, $3, $4, $5, $6, $7, $8, $9, $10, link.head from link`
