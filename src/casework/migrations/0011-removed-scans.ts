import { migration } from '../../platform/migration.js'

/** A scan that was taken off its case stays for a while, so that whoever took the wrong one can bring it back. */
export const removedScans = migration(
  11,
  'removedScans',
  `
  alter table upload add column removed_at timestamptz;
  create index upload_removed_at on upload (removed_at) where removed_at is not null;
  `,
)
