import { EntitySchema } from 'typeorm'
import { instantColumn, maybeInstantColumn } from '../platform/instant-column.js'
import type { CaseFile, ListedUpload } from './case-file.js'

export const caseFileTable = new EntitySchema<CaseFile>({
  name: 'case_file',
  columns: {
    id: { type: 'uuid', primary: true },
    number: { type: 'text' },
    authorityId: { type: 'uuid' },
    officeId: { type: 'uuid' },
    departmentId: { type: 'uuid' },
    service: { type: 'text' },
    ruleSet: { type: 'text' },
    state: { type: 'text' },
    applicant: { type: 'text', nullable: true },
    receivedOn: { type: 'date' },
    completeOn: { type: 'date', nullable: true },
    answers: { type: 'jsonb' },
    evidence: { type: 'jsonb' },
    deficiencies: { type: 'jsonb' },
    toCheck: { type: 'jsonb' },
    formerAnswers: { type: 'jsonb' },
    closingReason: { type: 'text', nullable: true },
    openedBy: { type: 'uuid' },
    openedAt: instantColumn,
    changedAt: instantColumn,
    version: { type: 'integer' },
  },
})

export const uploadTable = new EntitySchema<ListedUpload>({
  name: 'upload',
  columns: {
    id: { type: 'uuid', primary: true },
    caseFileId: { type: 'uuid' },
    document: { type: 'text' },
    name: { type: 'text' },
    mediaType: { type: 'text' },
    bytes: { type: 'integer' },
    pages: { type: 'integer' },
    sha256: { type: 'text' },
    plates: { type: 'text', nullable: true },
    redrawn: { type: 'jsonb' },
    malwareCheckedAt: maybeInstantColumn,
    addedBy: { type: 'uuid' },
    addedAt: instantColumn,
    removedAt: maybeInstantColumn,
  },
})
