import { migration } from '../../platform/migration.js'

/** Where a package is on its way stands with its delivery; of the package itself nothing changes any more. */
export const packageStays = migration(
  10,
  'packageStays',
  `
  alter table package drop column state;

  create or replace function package_stays() returns trigger language plpgsql as $$
  begin
    raise exception 'a package that was handed over is never changed';
  end
  $$;
  `,
)
