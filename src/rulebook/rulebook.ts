import type { Day } from '../precheck/rule-set.js'
import type { FileProblem } from './file-problem.js'
import { readRuleFiles, type LoadedRuleSet } from './rule-files.js'

/** All rule sets of an installation; knows which one is in force on a day. */
export class Rulebook {
  private constructor(
    private readonly ruleSets: readonly LoadedRuleSet[],
    /** What was left out because it is wrong; empty in a sound installation. */
    readonly problems: readonly FileProblem[],
  ) {}

  static from(folder: string): Rulebook {
    const { ruleSets, problems } = readRuleFiles(folder)
    return new Rulebook(ruleSets, problems)
  }

  /** The services that have at least one rule set, sorted by id. */
  services(): string[] {
    return [...new Set(this.ruleSets.map(({ compiled }) => compiled.ruleSet.service))]
  }

  all(): readonly LoadedRuleSet[] {
    return this.ruleSets
  }

  /** The rule set of a service in force on a day, or `null`: never the last one instead. */
  inForce(service: string, day: Day): LoadedRuleSet | null {
    return (
      this.ruleSets.findLast(
        ({ compiled, inForceFrom }) => compiled.ruleSet.service === service && inForceFrom <= day,
      ) ?? null
    )
  }

  /** The rule set with an id such as `wohngeld@2026-07-01`, or `null`. A case keeps its rule set by this. */
  byId(id: string): LoadedRuleSet | null {
    return this.ruleSets.find((ruleSet) => ruleSet.id === id) ?? null
  }
}
