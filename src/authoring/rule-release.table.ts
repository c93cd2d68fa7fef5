import { EntitySchema } from 'typeorm'
import { instantColumn, maybeInstantColumn } from '../platform/instant-column.js'
import type { RuleRelease } from './rule-release.js'

export const ruleReleaseTable = new EntitySchema<RuleRelease>({
  name: 'rule_release',
  columns: {
    id: { type: 'uuid', primary: true },
    ruleSet: { type: 'text' },
    sha256: { type: 'text' },
    note: { type: 'text' },
    state: { type: 'text' },
    proposedBy: { type: 'uuid' },
    proposedByName: { type: 'text' },
    proposedAt: instantColumn,
    decidedBy: { type: 'uuid', nullable: true },
    decidedByName: { type: 'text', nullable: true },
    decidedAt: maybeInstantColumn,
    reason: { type: 'text', nullable: true },
    tests: { type: 'jsonb', nullable: true },
  },
})
