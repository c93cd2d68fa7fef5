import { migration } from '../../platform/migration.js'

/** What a move to another rule set leaves behind: answers to be checked, and answers whose question is gone. */
export const ruleChange = migration(
  5,
  'ruleChange',
  `
  alter table case_file
    add column to_check jsonb not null default '[]',
    add column former_answers jsonb not null default '[]';
  `,
)
