import { EntitySchema } from 'typeorm'
import { instantColumn } from '../platform/instant-column.js'
import type { Package } from './package.js'

export const packageTable = new EntitySchema<Package>({
  name: 'package',
  columns: {
    id: { type: 'uuid', primary: true },
    caseFileId: { type: 'uuid' },
    caseVersion: { type: 'integer' },
    authorityId: { type: 'uuid' },
    departmentId: { type: 'uuid' },
    sha256: { type: 'text' },
    bytes: { type: 'integer' },
    contents: { type: 'jsonb' },
    reason: { type: 'text', nullable: true },
    madeBy: { type: 'uuid' },
    madeAt: instantColumn,
  },
})
