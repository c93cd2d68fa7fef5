import { Injectable } from '@nestjs/common'
import { Clock } from '../platform/clock.js'
import { exampleCounts } from '../rulebook/example-counts.js'
import type { FileProblem } from '../rulebook/file-problem.js'
import { Rulebook } from '../rulebook/rulebook.js'
import { germanOrder } from '../web/format.js'
import { RuleReleaseStore } from './rule-release.store.js'
import { overviewOf, type RuleSetOverview } from './rule-set-overview.js'
import { RulesOnDisk } from './rules-on-disk.js'

export interface ListedRuleSet extends RuleSetOverview {
  readonly examples: number
}

export interface ListedService {
  readonly service: string
  /** As its newest rule set calls it. */
  readonly title: string
  /** The newest first: what is being worked on stands on top. */
  readonly ruleSets: readonly ListedRuleSet[]
}

export interface ListedRules {
  readonly services: readonly ListedService[]
  /** Files that could not be loaded. */
  readonly problems: readonly FileProblem[]
}

@Injectable()
export class ListRuleSets {
  constructor(
    private readonly rules: RulesOnDisk,
    private readonly running: Rulebook,
    private readonly releases: RuleReleaseStore,
    private readonly clock: Clock,
  ) {}

  /** All services with their rule sets as they lie on the disk now. */
  async list(): Promise<ListedRules> {
    const rulebook = this.rules.read()
    const today = this.clock.today()
    const around = { rulebook, running: this.running, releases: await this.releases.all(), today }
    const services = rulebook.services().map((service): ListedService => {
      const counts = exampleCounts(rulebook, this.rules.folder, service)
      const ruleSets = rulebook
        .of(service)
        .map((ruleSet) => ({ ...overviewOf(ruleSet, around), examples: counts.get(ruleSet.id) ?? 0 }))
        .toReversed()
      return { service, title: ruleSets[0]!.title, ruleSets }
    })
    return {
      services: services.toSorted((a, b) => germanOrder(a.title, b.title)),
      problems: rulebook.problems,
    }
  }
}
