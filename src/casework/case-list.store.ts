import { Injectable } from '@nestjs/common'
import type { SelectQueryBuilder } from 'typeorm'
import { Database } from '../platform/database.js'
import type { CaseFile } from './case-file.js'
import { caseFileTable } from './case-file.table.js'
import type { State } from './life-cycle.js'

/** What is looked for: every word must fit the name, the number, or one of the services found by their titles. */
export interface SearchWords {
  readonly words: readonly string[]
  /** For each word: the services whose titles contain it. */
  readonly services: readonly (readonly string[])[]
}

/** More than a page can show usefully; who has more searches. */
export const mostListed = 200

/** What a list shows of a case. */
export const listedColumns = [
  'id',
  'number',
  'service',
  'ruleSet',
  'state',
  'applicant',
  'receivedOn',
  'changedAt',
] as const

export type ListedCase = Pick<CaseFile, (typeof listedColumns)[number]>

@Injectable()
export class CaseListStore {
  constructor(private readonly database: Database) {}

  /** The office's cases, last changed first. */
  list(officeId: string, state: State | null, words: SearchWords): Promise<ListedCase[]> {
    const query = this.database.reader
      .createQueryBuilder(caseFileTable, 'c')
      .select(listedColumns.map((column) => `c.${column}`))
      .where('c.officeId = :officeId', { officeId })
    if (state !== null) query.andWhere('c.state = :state', { state })
    return fitting(query, words)
      .orderBy('c.changedAt', 'DESC')
      .addOrderBy('c.id', 'DESC')
      .limit(mostListed)
      .getMany()
  }

  /** The answers of some cases, by the id of the case. */
  async answersOf(ids: readonly string[]): Promise<ReadonlyMap<string, CaseFile['answers']>> {
    if (ids.length === 0) return new Map()
    const rows = await this.database.reader
      .createQueryBuilder(caseFileTable, 'c')
      .select(['c.id', 'c.answers'])
      .where('c.id = any(:ids)', { ids })
      .getMany()
    return new Map(rows.map(({ id, answers }) => [id, answers]))
  }
}

/** Only those of the cases `c` that fit. */
export function fitting(
  query: SelectQueryBuilder<CaseFile>,
  { words, services }: SearchWords,
): SelectQueryBuilder<CaseFile> {
  for (const [index, word] of words.entries())
    query.andWhere(
      `(strpos(c.name_forms, plain_letters(:word${index})) > 0 or strpos(c.name_forms, search_form(:word${index})) > 0
        or strpos(c.number, :word${index}) > 0 or c.service = any(:services${index}))`,
      { [`word${index}`]: word, [`services${index}`]: services[index] ?? [] },
    )
  return query
}
