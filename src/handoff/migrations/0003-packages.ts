import { migration } from '../../platform/migration.js'

/** Packages that were handed over. One for a version of a case file: a second submit finds the first one's. */
export const packages = migration(
  3,
  'packages',
  `
  create table package (
    id uuid primary key,
    case_file_id uuid not null,
    case_version integer not null check (case_version > 0),
    authority_id uuid not null,
    department_id uuid not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes integer not null check (bytes > 0),
    contents jsonb not null,
    reason text,
    state text not null check (state in ('inInbox')),
    made_by uuid not null references staff (id),
    made_at timestamptz not null,
    unique (case_file_id, case_version),
    unique (authority_id, id),
    foreign key (authority_id, case_file_id) references case_file (authority_id, id),
    foreign key (authority_id, department_id) references department (authority_id, id)
  );
  create index package_department on package (department_id, made_at desc);
  create index package_sha256 on package (sha256);

  create function package_stays() returns trigger language plpgsql as $$
  begin
    if (new.id, new.case_file_id, new.case_version, new.authority_id, new.department_id, new.sha256, new.bytes,
        new.contents, new.reason, new.made_by, new.made_at)
      is distinct from
       (old.id, old.case_file_id, old.case_version, old.authority_id, old.department_id, old.sha256, old.bytes,
        old.contents, old.reason, old.made_by, old.made_at) then
      raise exception 'a package that was handed over is never changed, only its way';
    end if;
    return new;
  end
  $$;
  create trigger package_stays before update on package for each row execute function package_stays();
  `,
)
