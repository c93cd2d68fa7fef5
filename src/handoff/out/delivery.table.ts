import { EntitySchema } from 'typeorm'
import type { Delivery } from './delivery.js'

/** What pages and programs see of a delivery. Whose turn it is, and when, only the statements of the store ask. */
export const deliveryTable = new EntitySchema<Delivery>({
  name: 'delivery',
  columns: {
    packageId: { type: 'uuid', primary: true },
    state: { type: 'text' },
    tries: { type: 'integer' },
    problem: { type: 'text', nullable: true },
    deliveredAt: { type: 'timestamptz', nullable: true },
  },
})
