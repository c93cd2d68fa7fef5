import type { MigrationInterface, QueryRunner } from 'typeorm'

export type Migration = new () => MigrationInterface

/** TypeORM orders by a number of 13 digits at the end of the name: it takes it for a time. */
const firstNumber = 1_790_000_000_000

/**
 * One change of the tables, told in SQL. A room keeps its own in `migrations/NNNN-name.ts`; the number is the next
 * free one of the whole program, and `src/migrations.ts` lists them all. A migration that has run anywhere is
 * never edited: what else has to change is a further migration. There is no way down, because going back would
 * throw data away: a backup is the way back.
 */
export function migration(number: number, name: string, sql: string): Migration {
  return class implements MigrationInterface {
    readonly name = `${name}-${firstNumber + number}`

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(sql)
    }

    async down(): Promise<void> {
      throw new Error(`Migration ${name} has no way back.`)
    }
  }
}
