import { ruleReleases } from './authoring/migrations/0004-rule-releases.js'
import { caseFiles } from './casework/migrations/0002-case-files.js'
import { ruleChange } from './casework/migrations/0005-rule-change.js'
import { plates } from './casework/migrations/0006-plates.js'
import { malwareCheck } from './casework/migrations/0007-malware-check.js'
import { caseCodes } from './casework/migrations/0008-case-codes.js'
import { removedScans } from './casework/migrations/0011-removed-scans.js'
import { nameSearch } from './casework/migrations/0012-name-search.js'
import { packages } from './handoff/migrations/0003-packages.js'
import { deliveries } from './handoff/migrations/0009-deliveries.js'
import { packageStays } from './handoff/migrations/0010-package-stays.js'
import type { Migration } from './platform/migration.js'
import { ground } from './platform/migrations/0001-ground.js'

/** Every change of the tables, in the order of their numbers. The next one gets the next number. */
export const migrations: readonly Migration[] = [
  ground,
  caseFiles,
  packages,
  ruleReleases,
  ruleChange,
  plates,
  malwareCheck,
  caseCodes,
  deliveries,
  packageStays,
  removedScans,
  nameSearch,
]
