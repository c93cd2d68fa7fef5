import { Injectable } from '@nestjs/common'
import { Database } from '../platform/database.js'
import type { Actor } from './actor.js'

/** Looks up who is signed in, with the names that pages show. */
@Injectable()
export class ActorStore {
  constructor(private readonly database: Database) {}

  /** Null for an account that is gone or disabled. */
  async find(staffId: string): Promise<Actor | null> {
    const rows: Actor[] = await this.database.reader.query(actorQuery, [staffId])
    return rows[0] ?? null
  }
}

const actorQuery = `
  select staff.id as "staffId", staff.name, staff.roles,
    staff.authority_id as "authorityId", authority.name as "authorityName",
    staff.office_id as "officeId", staff.department_id as "departmentId",
    coalesce(office.name, department.name, authority.name) as "placeName"
  from staff
  join authority on authority.id = staff.authority_id
  left join office on office.id = staff.office_id
  left join department on department.id = staff.department_id
  where staff.id = $1 and staff.disabled_at is null`
