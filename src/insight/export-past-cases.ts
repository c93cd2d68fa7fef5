import { randomInt } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { answersOf, evidenceOf } from '../casework/known.js'
import type { Config } from '../config.js'
import { CONFIG } from '../platform/config.token.js'
import { ColumnWriter } from '../precheck/replay/column-writer.js'
import { shuffled } from '../precheck/replay/random.js'
import { Rulebook } from '../rulebook/rulebook.js'
import { DecidedCaseStore } from './decided-case.store.js'
import { pastCasesPath, removePastCases, servicesWithPastCases, writePastCases } from './past-cases-file.js'

export interface Exported {
  readonly service: string
  readonly cases: number
  /** Cases whose rule set is no longer there: nobody knows what was asked in them. */
  readonly leftOut: number
  readonly path: string
}

/**
 * Writes the decided cases of a service as columns, each time all of them: a case that was deleted or decided anew must
 * not live on in the file.
 */
@Injectable()
export class ExportPastCases {
  constructor(
    private readonly decided: DecidedCaseStore,
    private readonly rulebook: Rulebook,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** How many decided cases each service has, also those that have none, or none any more. */
  async counts(): Promise<ReadonlyMap<string, number>> {
    const services = [...this.rulebook.services(), ...servicesWithPastCases(this.config.dataDir)]
    return new Map([...services.map((service) => [service, 0] as const), ...(await this.decided.counts())])
  }

  /** @param step called after every case */
  async export(service: string, step: () => void): Promise<Exported> {
    const writer = new ColumnWriter()
    let [cases, leftOut] = [0, 0]
    for await (const { ruleSet, answers, evidence, leftOn } of this.decided.all(service)) {
      const compiled = this.rulebook.byId(ruleSet)?.compiled
      if (compiled === undefined) leftOut++
      else {
        writer.add(compiled, {
          answers: answersOf({ answers }),
          evidence: evidenceOf({ evidence }),
          today: leftOn,
        })
        cases++
      }
      step()
    }
    const path = pastCasesPath(this.config.dataDir, service)
    // In a new order each time: the order of the database is that of the case numbers.
    if (cases > 0) writePastCases(path, writer.finish(service, shuffled(cases, securely)))
    else removePastCases(path)
    return { service, cases, leftOut, path }
  }
}

const securely = (): number => randomInt(2 ** 47) / 2 ** 47
