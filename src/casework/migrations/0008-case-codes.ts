import { migration } from '../../platform/migration.js'

/**
 * The codes on the notes that citizens take home. Only the hash of a code is kept, so that who reads the database
 * opens nothing with it.
 */
export const caseCodes = migration(
  8,
  'caseCodes',
  `
  create table case_code (
    hash bytea primary key check (octet_length(hash) = 32),
    case_file_id uuid not null references case_file (id) on delete cascade,
    language text,
    made_by uuid not null references staff (id),
    made_at timestamptz not null,
    expires_at timestamptz not null
  );
  create index case_code_case_file on case_code (case_file_id, made_at desc);
  create index case_code_expires_at on case_code (expires_at);
  `,
)
