import { migration } from '../migration.js'

/**
 * Who works where for whom, sessions, audit. Keys that point into the data of an authority carry the authority
 * along, so that a row of one can never hang on a row of another.
 */
export const ground = migration(
  1,
  'ground',
  `
  create table authority (
    id uuid primary key,
    key text not null unique,
    name text not null,
    kind text not null check (kind in ('landkreis', 'gemeinde', 'amt', 'land'))
  );

  create table department (
    id uuid primary key,
    authority_id uuid not null references authority (id),
    key text not null,
    name text not null,
    unique (authority_id, key),
    unique (authority_id, id)
  );

  create table office (
    id uuid primary key,
    authority_id uuid not null references authority (id),
    key text not null unique,
    name text not null,
    type text not null check (type in ('A', 'B')),
    address text not null
  );

  create table office_service (
    office_id uuid not null references office (id),
    service text not null,
    authority_id uuid not null,
    department_id uuid not null,
    primary key (office_id, service),
    foreign key (authority_id, department_id) references department (authority_id, id)
  );

  create table staff (
    id uuid primary key,
    authority_id uuid not null references authority (id),
    office_id uuid references office (id),
    department_id uuid,
    sign_in_name text not null unique check (sign_in_name = lower(sign_in_name)),
    name text not null,
    roles text[] not null check (roles <@ array['clerk', 'caseworker', 'ruleAuthor', 'operator', 'dataProtection']),
    password_hash text not null,
    disabled_at timestamptz,
    unique (authority_id, id),
    foreign key (authority_id, department_id) references department (authority_id, id),
    check (office_id is not null or not 'clerk' = any (roles)),
    check (department_id is not null or not 'caseworker' = any (roles))
  );

  create table installation (
    name text primary key,
    demonstration_password text,
    loaded_at timestamptz not null
  );

  create table session (
    id_hash bytea primary key,
    staff_id uuid references staff (id) on delete cascade,
    data jsonb not null,
    started_at timestamptz not null,
    seen_at timestamptz not null
  );
  create index session_seen_at on session (seen_at);

  create table audit_chain (
    chain text primary key,
    length integer not null,
    head text not null
  );

  create table audit_entry (
    chain text not null,
    position integer not null,
    at timestamptz not null,
    actor_id uuid,
    actor_name text,
    authority_id uuid,
    action text not null,
    subject_kind text not null,
    subject_id text not null,
    details jsonb not null,
    hash text not null,
    primary key (chain, position)
  );

  create function audit_entry_stays() returns trigger language plpgsql as $$
  begin
    raise exception 'audit entries are never changed or removed';
  end
  $$;
  create trigger audit_entry_stays before update or delete or truncate on audit_entry
    execute function audit_entry_stays();
  `,
)
