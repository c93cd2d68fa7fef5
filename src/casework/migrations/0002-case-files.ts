import { migration } from '../../platform/migration.js'

/** Case files and the files that belong to them. */
export const caseFiles = migration(
  2,
  'caseFiles',
  `
  create sequence case_number;

  create table case_file (
    id uuid primary key,
    number text not null unique,
    authority_id uuid not null,
    office_id uuid not null references office (id),
    department_id uuid not null,
    service text not null,
    rule_set text not null,
    state text not null
      check (state in ('inProgress', 'handedOver', 'returned', 'withdrawn', 'accepted', 'finished')),
    applicant text,
    received_on date not null,
    complete_on date,
    answers jsonb not null,
    evidence jsonb not null,
    deficiencies jsonb not null,
    closing_reason text,
    opened_by uuid not null references staff (id),
    opened_at timestamptz not null,
    changed_at timestamptz not null,
    version integer not null check (version > 0),
    unique (authority_id, id),
    foreign key (authority_id, department_id) references department (authority_id, id)
  );
  create index case_file_office on case_file (office_id, changed_at desc);
  create index case_file_department on case_file (department_id, state, changed_at desc);

  create table upload (
    id uuid primary key,
    case_file_id uuid not null references case_file (id),
    document text not null,
    name text not null,
    media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
    bytes integer not null check (bytes > 0),
    pages integer not null check (pages > 0),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    added_by uuid not null references staff (id),
    added_at timestamptz not null
  );
  create index upload_case_file on upload (case_file_id, added_at);
  create index upload_sha256 on upload (sha256);
  `,
)
