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

  /** Which offices offer which services, in the whole installation. */
  all(): Promise<PlaceOfService[]> {
    return this.database.reader.query(
      `select office_service.service, office.id as "officeId", office.name as office, office.address
       from office_service join office on office.id = office_service.office_id
       order by office_service.service, office.name`,
    )
  }
}
