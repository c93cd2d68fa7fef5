import { Injectable } from '@nestjs/common'
import { Database, type Transaction } from '../platform/database.js'
import type { DeliveryTarget } from './delivery-target.js'
import type {
  AuthorityInput,
  DepartmentInput,
  InstallationInput,
  OfficeInput,
  StaffInput,
} from './installation.js'
import { routeKeys } from './installation.js'

export interface DemonstrationAccount {
  readonly signInName: string
  readonly name: string
  readonly roles: readonly string[]
  readonly place: string
}

export interface Demonstration {
  readonly password: string
  readonly accounts: readonly DemonstrationAccount[]
}

const lockNumber = 71_042_002

/** Writes installation files: everything is found by its key, so the ids stay when a file is loaded again. */
@Injectable()
export class InstallationStore {
  constructor(private readonly database: Database) {}

  /** Servers that start together load one after the other. */
  async lock(tx: Transaction): Promise<void> {
    await tx.manager.query('select pg_advisory_xact_lock($1)', [lockNumber])
  }

  async saveAuthority(tx: Transaction, id: string, { key, name, kind }: AuthorityInput): Promise<void> {
    await tx.manager.query(
      `insert into authority (id, key, name, kind) values ($1, $2, $3, $4)
       on conflict (key) do update set name = $3, kind = $4`,
      [id, key, name, kind],
    )
  }

  async saveDepartment(
    tx: Transaction,
    id: string,
    authority: string,
    department: DepartmentInput,
  ): Promise<void> {
    await tx.manager.query(
      `insert into department (id, authority_id, key, name, delivery)
       select $1, authority.id, $3, $4, $5 from authority where authority.key = $2
       on conflict (authority_id, key) do update set name = $4, delivery = $5`,
      [id, authority, department.key, department.name, targetOf(department)],
    )
  }

  /** The services are replaced: one that the file no longer names is no longer offered. */
  async saveOffice(tx: Transaction, id: string, office: OfficeInput): Promise<void> {
    const { key, name, type, address, services } = office
    const rows: { id: string }[] = await tx.manager.query(
      `insert into office (id, authority_id, key, name, type, address)
       select $1, authority.id, $3, $4, $5, $6 from authority where authority.key = $2
       on conflict (key) do update set authority_id = excluded.authority_id, name = $4, type = $5, address = $6
       returning id`,
      [id, office.authority, key, name, type, address],
    )
    await tx.manager.query('delete from office_service where office_id = $1', [rows[0]!.id])
    for (const [service, route] of Object.entries(services)) {
      const { authority, department } = routeKeys(route)
      await tx.manager.query(insertService, [rows[0]!.id, service, authority, department])
    }
  }

  async addStaff(tx: Transaction, id: string, staff: StaffInput, passwordHash: string): Promise<void> {
    await tx.manager.query(insertStaff, [...staffValues(staff), id, passwordHash])
  }

  async updateStaff(tx: Transaction, staff: StaffInput): Promise<void> {
    await tx.manager.query(updateStaff, staffValues(staff))
  }

  async saveInstallation(tx: Transaction, { name, demonstrationPassword }: InstallationInput): Promise<void> {
    await tx.manager.query(
      `insert into installation (name, demonstration_password, loaded_at) values ($1, $2, $3)
       on conflict (name) do update set demonstration_password = $2, loaded_at = $3`,
      [name, demonstrationPassword ?? null, tx.at],
    )
  }

  /** The accounts of a demonstration, for the terminal; null where real people work. */
  async demonstration(): Promise<Demonstration | null> {
    const installations: { password: string | null }[] = await this.database.reader.query(
      'select demonstration_password as password from installation',
    )
    const [only] = installations
    if (installations.length !== 1 || !only?.password) return null
    return { password: only.password, accounts: await this.database.reader.query(selectAccounts) }
  }
}

/** A delivery that the file no longer names ends, like a service that is no longer offered. */
const targetOf = ({ delivery }: DepartmentInput): DeliveryTarget | null =>
  delivery === undefined ? null : { ...delivery, originals: delivery.originals ?? false }

const staffValues = ({ signInName, name, roles, authority, office, department }: StaffInput) => [
  signInName,
  name,
  roles,
  authority,
  office ?? null,
  department ?? null,
]

const insertService = `
  insert into office_service (office_id, service, authority_id, department_id)
  select $1, $2, authority.id, department.id
  from authority join department on department.authority_id = authority.id
  where authority.key = $3 and department.key = $4`

const insertStaff = `
  insert into staff (id, authority_id, office_id, department_id, sign_in_name, name, roles, password_hash)
  select $7, authority.id, office.id, department.id, $1, $2, $3, $8
  from authority
  left join office on office.key = $5
  left join department on department.authority_id = authority.id and department.key = $6
  where authority.key = $4`

const updateStaff = `
  update staff set name = $2, roles = $3, authority_id = authority.id,
    office_id = (select id from office where key = $5),
    department_id = (select id from department where authority_id = authority.id and key = $6)
  from authority where authority.key = $4 and staff.sign_in_name = $1`

const selectAccounts = `
  select staff.sign_in_name as "signInName", staff.name, staff.roles,
    coalesce(office.name, authority.name || ', ' || department.name, authority.name) as place
  from staff
  join authority on authority.id = staff.authority_id
  left join office on office.id = staff.office_id
  left join department on department.id = staff.department_id
  where staff.disabled_at is null
  order by office.name nulls last, authority.kind, authority.name, department.name, staff.sign_in_name`
