import { migration } from '../../platform/migration.js'

/**
 * Releases of rule files. Rule files belong to the installation and not to one authority, so these rows do too. That two
 * people have looked is said here once more, for whatever writes past the program.
 */
export const ruleReleases = migration(
  4,
  'ruleReleases',
  `
  create table rule_release (
    id uuid primary key,
    rule_set text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    note text not null check (note <> ''),
    state text not null check (state in ('proposed', 'released', 'rejected', 'withdrawn')),
    proposed_by uuid not null references staff (id),
    proposed_by_name text not null,
    proposed_at timestamptz not null,
    decided_by uuid references staff (id),
    decided_by_name text,
    decided_at timestamptz,
    reason text,
    tests jsonb,
    check ((state = 'proposed') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null)),
    check (state not in ('released', 'rejected') or decided_by <> proposed_by),
    check (state <> 'withdrawn' or decided_by = proposed_by),
    check ((state = 'released') = (tests is not null)),
    check ((state = 'rejected') = (reason is not null))
  );
  create unique index rule_release_open on rule_release (rule_set) where state = 'proposed';
  create index rule_release_rule_set on rule_release (rule_set, proposed_at desc);
  `,
)
