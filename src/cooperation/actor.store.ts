import { Injectable } from '@nestjs/common'
import { Database } from '../platform/database.js'
import type { Actor } from './actor.js'
import { roleNames } from './staff.js'

/** Looks up who is signed in, with the names that pages show. */
@Injectable()
export class ActorStore {
  constructor(private readonly database: Database) {}

  /** Null for an account that is gone or disabled. */
  async find(staffId: string): Promise<Actor | null> {
    const rows: ActorRow[] = await this.database.reader.query(actorQuery, [staffId])
    return rows.map(actorFrom)[0] ?? null
  }
}

type ActorRow = Omit<Actor, 'placeName'> & { readonly placeName: string | null }

/** Who works neither at a counter nor in a department is found by their task. */
const actorFrom = (row: ActorRow): Actor => ({
  ...row,
  placeName: row.placeName ?? row.roles.map((role) => roleNames[role]).join(', '),
})

const actorQuery = `
  select staff.id as "staffId", staff.name, staff.roles,
    staff.authority_id as "authorityId", authority.name as "authorityName",
    staff.office_id as "officeId", staff.department_id as "departmentId",
    coalesce(office.name, department.name) as "placeName"
  from staff
  join authority on authority.id = staff.authority_id
  left join office on office.id = staff.office_id
  left join department on department.id = staff.department_id
  where staff.id = $1 and staff.disabled_at is null`
