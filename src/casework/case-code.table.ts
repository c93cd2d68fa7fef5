import { EntitySchema } from 'typeorm'
import { instantColumn } from '../platform/instant-column.js'
import type { CaseCode } from './case-code.js'

export const caseCodeTable = new EntitySchema<CaseCode>({
  name: 'case_code',
  columns: {
    hash: { type: 'bytea', primary: true },
    caseFileId: { type: 'uuid' },
    language: { type: 'text', nullable: true },
    madeBy: { type: 'uuid' },
    madeAt: instantColumn,
    expiresAt: instantColumn,
  },
})
