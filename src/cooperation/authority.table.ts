import { EntitySchema } from 'typeorm'
import type { Authority, Department } from './authority.js'

export const authorityTable = new EntitySchema<Authority>({
  name: 'authority',
  columns: {
    id: { type: 'uuid', primary: true },
    key: { type: 'text' },
    name: { type: 'text' },
    kind: { type: 'text' },
  },
})

export const departmentTable = new EntitySchema<Department>({
  name: 'department',
  columns: {
    id: { type: 'uuid', primary: true },
    authorityId: { type: 'uuid' },
    key: { type: 'text' },
    name: { type: 'text' },
    delivery: { type: 'jsonb', nullable: true },
  },
})
