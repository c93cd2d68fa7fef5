import { migration } from '../../platform/migration.js'

/**
 * The way of packages to a department's own system. A row is written with its package, so none is forgotten; `due_at`
 * is when to try next, and while someone tries, until when they are believed to be at it.
 */
export const deliveries = migration(
  9,
  'deliveries',
  `
  alter table department add delivery jsonb;

  create table delivery (
    package_id uuid primary key,
    authority_id uuid not null,
    state text not null check (state in ('waiting', 'delivered', 'needsHuman')),
    tries integer not null default 0 check (tries >= 0),
    due_at timestamptz not null default now(),
    held_by uuid,
    problem text,
    delivered_at timestamptz,
    delivered_to text,
    foreign key (authority_id, package_id) references package (authority_id, id),
    check ((state = 'delivered') = (delivered_at is not null)),
    check ((state = 'delivered') = (delivered_to is not null)),
    check (state <> 'needsHuman' or problem is not null)
  );
  create index delivery_due on delivery (due_at) where state = 'waiting';
  create index delivery_needs_human on delivery (package_id) where state = 'needsHuman';
  `,
)
