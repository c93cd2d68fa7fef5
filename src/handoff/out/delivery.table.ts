import { EntitySchema } from 'typeorm'
import type { Delivery } from './delivery.js'

export const deliveryTable = new EntitySchema<Delivery>({
  name: 'delivery',
  columns: {
    packageId: { type: 'uuid', primary: true },
    authorityId: { type: 'uuid' },
    state: { type: 'text' },
    tries: { type: 'integer' },
    dueAt: { type: 'timestamptz' },
    heldBy: { type: 'uuid', nullable: true },
    problem: { type: 'text', nullable: true },
    deliveredAt: { type: 'timestamptz', nullable: true },
    deliveredTo: { type: 'text', nullable: true },
  },
})
