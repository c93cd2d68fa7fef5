import { EntitySchema } from 'typeorm'
import type { Staff } from './staff.js'

export const staffTable = new EntitySchema<Staff>({
  name: 'staff',
  columns: {
    id: { type: 'uuid', primary: true },
    authorityId: { type: 'uuid' },
    officeId: { type: 'uuid', nullable: true },
    departmentId: { type: 'uuid', nullable: true },
    signInName: { type: 'text' },
    name: { type: 'text' },
    roles: { type: 'text', array: true },
    passwordHash: { type: 'text' },
    disabledAt: { type: 'timestamptz', nullable: true },
  },
})
