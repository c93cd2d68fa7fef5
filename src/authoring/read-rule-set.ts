import { Injectable } from '@nestjs/common'
import { Clock } from '../platform/clock.js'
import type { ExampleRun } from '../rulebook/examples.js'
import type { FileProblem } from '../rulebook/file-problem.js'
import type { LoadedRuleSet } from '../rulebook/rule-files.js'
import { ruleSetChanges, type PartChange } from '../rulebook/rule-set-changes.js'
import { Rulebook } from '../rulebook/rulebook.js'
import { ExampleResults } from './example-results.js'
import { checkOf, type RuleSetCheck } from './rule-set-check.js'
import { neighbour } from './neighbour.js'
import type { RuleRelease } from './rule-release.js'
import { RuleReleaseStore } from './rule-release.store.js'
import { overviewOf, type RuleSetOverview } from './rule-set-overview.js'
import { RulesOnDisk } from './rules-on-disk.js'

/** What the examples show, or how far their run is. */
export type CheckState =
  | { readonly kind: 'done'; readonly check: RuleSetCheck; readonly runs: readonly ExampleRun[] }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }

/** A rule set as it lies on the disk now. */
export interface ShownRuleSet {
  readonly ruleSet: LoadedRuleSet
  readonly overview: RuleSetOverview
  /** The newest first. */
  readonly releases: readonly RuleRelease[]
  /** The rule set before it, and what differs; `null` for the first of its service. */
  readonly since: { readonly previous: LoadedRuleSet; readonly changes: readonly PartChange[] } | null
}

@Injectable()
export class ReadRuleSet {
  constructor(
    private readonly rules: RulesOnDisk,
    private readonly running: Rulebook,
    private readonly releases: RuleReleaseStore,
    private readonly examples: ExampleResults,
    private readonly clock: Clock,
  ) {}

  /** `null` for an id that no file has. */
  async read(id: string): Promise<ShownRuleSet | null> {
    const rulebook = this.rules.read()
    const ruleSet = rulebook.byId(id)
    if (ruleSet === null) return null
    const releases = await this.releases.of(id)
    const previous = neighbour(rulebook, ruleSet, -1)
    return {
      ruleSet,
      overview: overviewOf(ruleSet, { rulebook, running: this.running, releases, today: this.clock.today() }),
      releases,
      since: previous && {
        previous,
        changes: ruleSetChanges(previous.compiled.ruleSet, ruleSet.compiled.ruleSet),
      },
    }
  }

  /** What is wrong with the file that should hold it; nothing if there is none. */
  problemsOf(id: string): readonly FileProblem[] {
    const own = `${id.replace('@', '/')}.json`
    return this.rules.read().problems.filter(({ file }) => file === own)
  }

  /** How its examples go, or how far they are when the page should not wait any longer. */
  async check(ruleSet: LoadedRuleSet, milliseconds: number): Promise<CheckState> {
    const rulebook = this.rules.read()
    const state = await this.examples.within(ruleSet.compiled.ruleSet.service, milliseconds)
    if (state.kind === 'running') return state
    return { kind: 'done', check: checkOf(rulebook, ruleSet, state.results), runs: state.results.runs }
  }

  async checkFully(ruleSet: LoadedRuleSet): Promise<RuleSetCheck> {
    const rulebook = this.rules.read()
    return checkOf(rulebook, ruleSet, await this.examples.of(ruleSet.compiled.ruleSet.service))
  }

  /** The examples of its service as they were run, however long it takes. */
  async runs({ compiled }: LoadedRuleSet): Promise<readonly ExampleRun[]> {
    return (await this.examples.of(compiled.ruleSet.service)).runs
  }
}
