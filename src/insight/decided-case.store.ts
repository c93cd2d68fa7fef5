import { Injectable } from '@nestjs/common'
import type { CaseFile } from '../casework/case-file.js'
import type { State } from '../casework/life-cycle.js'
import { Database } from '../platform/database.js'
import type { Day } from '../precheck/rule-set.js'

/** A case that left the counter, with what its pre-check looked at. */
export interface DecidedCase extends Pick<CaseFile, 'id' | 'ruleSet' | 'answers' | 'evidence'> {
  /** The day on which it was last handed over, or finished at the counter. */
  readonly leftOn: Day
}

const decided: readonly State[] = ['handedOver', 'accepted', 'returned', 'finished']

const pageSize = 1000

@Injectable()
export class DecidedCaseStore {
  constructor(private readonly database: Database) {}

  /** How many decided cases each service has. */
  async counts(): Promise<ReadonlyMap<string, number>> {
    const rows: { service: string; cases: string }[] = await this.database.reader.query(
      'select service, count(*) as cases from case_file where state = any($1) group by service order by service',
      [decided],
    )
    return new Map(rows.map(({ service, cases }) => [service, Number(cases)]))
  }

  /** The decided cases of a service after one of them, at most a page. */
  page(service: string, after: string | null): Promise<DecidedCase[]> {
    return this.database.reader.query(
      `select id, rule_set as "ruleSet", answers, evidence,
              (coalesce((select max(made_at) from package where case_file_id = case_file.id), changed_at)
                at time zone 'Europe/Berlin')::date::text as "leftOn"
         from case_file
        where service = $1 and state = any($2) and ($3::uuid is null or id > $3)
        order by id limit $4`,
      [service, decided, after, pageSize],
    )
  }

  /** All of them, one after the other. */
  async *all(service: string): AsyncIterable<DecidedCase> {
    for (let after: string | null = null; ;) {
      const page: DecidedCase[] = await this.page(service, after)
      yield* page
      if (page.length < pageSize) return
      after = page.at(-1)!.id
    }
  }
}
