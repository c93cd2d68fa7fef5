import { Injectable } from '@nestjs/common'
import { Database } from '../platform/database.js'

/** An office where a service can be applied for. */
export interface PlaceOfService {
  readonly service: string
  readonly officeId: string
  readonly office: string
  readonly address: string
}

@Injectable()
export class OffersStore {
  constructor(private readonly database: Database) {}

  /** The offices where a service can be applied for that this department of this authority decides on. */
  deciding(service: string, authorityId: string, departmentId: string): Promise<PlaceOfService[]> {
    return this.database.reader.query(
      `select office_service.service, office.id as "officeId", office.name as office, office.address
       from office_service join office on office.id = office_service.office_id
       where service = $1 and office_service.authority_id = $2 and department_id = $3
       order by office.name`,
      [service, authorityId, departmentId],
    )
  }

  /** Which offices offer which services, in the whole installation. */
  all(): Promise<PlaceOfService[]> {
    return this.database.reader.query(
      `select office_service.service, office.id as "officeId", office.name as office, office.address
       from office_service join office on office.id = office_service.office_id
       order by office_service.service, office.name`,
    )
  }
}
