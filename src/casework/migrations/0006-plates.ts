import { migration } from '../../platform/migration.js'

/** The plates of a scan, made when it comes in. A scan from before gets them at its hand-over. TIFF is taken as well. */
export const plates = migration(
  6,
  'plates',
  `
  alter table upload
    add column plates text check (plates ~ '^[0-9a-f]{64}$'),
    add column redrawn jsonb not null default '[]',
    drop constraint upload_media_type_check,
    add constraint upload_media_type_check
      check (media_type in ('application/pdf', 'image/jpeg', 'image/png', 'image/tiff'));
  create index upload_plates on upload (plates);
  `,
)
