import { Injectable } from '@nestjs/common'
import { Database } from '../platform/database.js'
import type { CaseFile } from './case-file.js'
import { caseFileTable } from './case-file.table.js'
import { isAtTheOffice, states } from './life-cycle.js'
import type { OpenInOffice } from './touched-cases.js'

const open = states.filter(isAtTheOffice)

export type OpenCaseFile = Pick<CaseFile, 'officeId' | 'ruleSet' | 'answers' | 'evidence'>

/** Open cases of a service in all offices of the installation, without whose they are. */
@Injectable()
export class OpenCasesStore {
  constructor(private readonly database: Database) {}

  /** How many there are, by office, the offices by name. */
  async countByOffice(service: string): Promise<OpenInOffice[]> {
    const rows: { id: string; name: string; open: string }[] = await this.database.reader.query(
      `select office.id, office.name, count(*) as open
       from case_file join office on office.id = case_file.office_id
       where case_file.service = $1 and case_file.state = any($2)
       group by office.id, office.name order by office.name, office.id`,
      [service, open],
    )
    return rows.map((row) => ({ ...row, open: Number(row.open) }))
  }

  /** The last changed first. */
  list(service: string, most: number): Promise<OpenCaseFile[]> {
    return this.database.reader
      .createQueryBuilder(caseFileTable, 'c')
      .select(['c.id', 'c.officeId', 'c.ruleSet', 'c.answers', 'c.evidence'])
      .where('c.service = :service', { service })
      .andWhere('c.state = any(:open)', { open })
      .orderBy('c.changedAt', 'DESC')
      .limit(most)
      .getMany()
  }
}
