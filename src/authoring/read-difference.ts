import { Injectable } from '@nestjs/common'
import type { LoadedRuleSet } from '../rulebook/rule-files.js'
import { ruleSetDiff, type RuleSetDiff } from '../rulebook/rule-set-diff.js'

/** Compares what two rule sets come to, anew only where a file has changed. */
@Injectable()
export class ReadDifference {
  private readonly known = new WeakMap<LoadedRuleSet, { before: LoadedRuleSet; diff: RuleSetDiff }>()

  /** On the first day of the later one. */
  of(before: LoadedRuleSet, after: LoadedRuleSet): RuleSetDiff {
    const known = this.known.get(after)
    if (known?.before === before) return known.diff
    const diff = ruleSetDiff(before, after, after.inForceFrom)
    this.known.set(after, { before, diff })
    return diff
  }
}
