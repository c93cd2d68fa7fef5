import { createHash } from 'node:crypto'
import type { FastifySessionOptions } from '@fastify/session'
import { Inject, Injectable } from '@nestjs/common'
import type { Session } from 'fastify'
import type { Config } from '../../config.js'
import { Clock } from '../clock.js'
import { CONFIG } from '../config.token.js'
import { Database, type Transaction } from '../database.js'

declare module 'fastify' {
  interface Session {
    /** Who is signed in. */
    staffId?: string
    /** Came from the database: once its row is gone, it must not be put there again. */
    isStored?: boolean
  }
}

const oneMinute = 60_000

/**
 * Sessions in the database, under a hash of their id: whoever reads the table cannot sign in with it. A session ends
 * after idle time, at the latest a working day after its sign-in, and with the account.
 */
@Injectable()
export class SessionStore implements NonNullable<FastifySessionOptions['store']> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get(id: string, done: (error: unknown, session?: Session | null) => void): void {
    this.find(id).then((session) => done(null, session), done)
  }

  set(id: string, session: Session, done: (error?: unknown) => void): void {
    this.save(id, session).then(() => done(), done)
  }

  destroy(id: string, done: (error?: unknown) => void): void {
    this.remove(id).then(() => done(), done)
  }

  /** Removes sessions that are over. */
  async sweep(): Promise<void> {
    const { idleSince, startedBefore } = this.limits()
    await this.query('delete from session where seen_at < $1 or started_at < $2', [idleSince, startedBefore])
  }

  /** Ends every session of a person. */
  async endAllOf(tx: Transaction, staffId: string): Promise<void> {
    await tx.manager.query('delete from session where staff_id = $1', [staffId])
  }

  private async find(id: string): Promise<Session | null> {
    const { now, idleSince, startedBefore } = this.limits()
    const [row]: { data: Session; seen_at: Date }[] = await this.query(findSession, [
      hashOf(id),
      idleSince,
      startedBefore,
    ])
    if (row === undefined) return null
    if (now.getTime() - row.seen_at.getTime() > oneMinute)
      await this.query('update session set seen_at = $2 where id_hash = $1', [hashOf(id), now])
    return Object.assign(row.data, { isStored: true })
  }

  private save(id: string, session: Session): Promise<unknown> {
    return this.query(session.isStored ? updateSession : insertSession, [
      hashOf(id),
      session.staffId ?? null,
      JSON.stringify(session),
      this.clock.now(),
    ])
  }

  private remove(id: string): Promise<unknown> {
    return this.query('delete from session where id_hash = $1', [hashOf(id)])
  }

  private limits(): { now: Date; idleSince: Date; startedBefore: Date } {
    const now = this.clock.now()
    const before = (minutes: number) => new Date(now.getTime() - minutes * oneMinute)
    return {
      now,
      idleSince: before(this.config.sessionIdleMinutes),
      startedBefore: before(this.config.sessionHours * 60),
    }
  }

  private query<T>(sql: string, values: unknown[]): Promise<T[]> {
    return this.database.reader.query(sql, values)
  }
}

const hashOf = (id: string): Buffer => createHash('sha256').update(id).digest()

const findSession = `
  select session.data, session.seen_at
  from session left join staff on staff.id = session.staff_id
  where session.id_hash = $1 and session.seen_at >= $2 and session.started_at >= $3 and staff.disabled_at is null`

/** A page that was under way while its person signed out changes no row, and so brings no session back. */
const updateSession = 'update session set staff_id = $2, data = $3, seen_at = $4 where id_hash = $1'

const insertSession = `
  insert into session (id_hash, staff_id, data, started_at, seen_at) values ($1, $2, $3, $4, $4)
  on conflict (id_hash) do update set staff_id = $2, data = $3, seen_at = $4`
