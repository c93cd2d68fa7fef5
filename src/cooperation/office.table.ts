import { EntitySchema } from 'typeorm'
import type { Office, OfficeService } from './office.js'

export const officeTable = new EntitySchema<Office>({
  name: 'office',
  columns: {
    id: { type: 'uuid', primary: true },
    authorityId: { type: 'uuid' },
    key: { type: 'text' },
    name: { type: 'text' },
    type: { type: 'text' },
    address: { type: 'text' },
  },
})

export const officeServiceTable = new EntitySchema<OfficeService>({
  name: 'officeService',
  tableName: 'office_service',
  columns: {
    officeId: { type: 'uuid', primary: true },
    service: { type: 'text', primary: true },
    authorityId: { type: 'uuid' },
    departmentId: { type: 'uuid' },
  },
})
