import { Injectable } from '@nestjs/common'
import { Clock } from '../platform/clock.js'
import type { Day } from '../precheck/rule-set.js'
import { flowOf } from '../rulebook/flow/flow.js'
import { flowAsSvg } from '../rulebook/flow/svg.js'
import type { LoadedRuleSet } from '../rulebook/rule-files.js'
import { usualDayOf } from './neighbour.js'
import { RulesOnDisk } from './rules-on-disk.js'

/** Draws how the questions of a rule set lead to its verdicts, anew only where a file or the day has changed. */
@Injectable()
export class DrawRuleSet {
  private readonly drawn = new WeakMap<LoadedRuleSet, { readonly day: Day; readonly svg: string }>()

  constructor(
    private readonly rules: RulesOnDisk,
    private readonly clock: Clock,
  ) {}

  of(ruleSet: LoadedRuleSet): string {
    const day = usualDayOf(this.rules.read(), ruleSet, this.clock.today())
    const before = this.drawn.get(ruleSet)
    if (before?.day === day) return before.svg
    const svg = flowAsSvg(flowOf(ruleSet, day))
    this.drawn.set(ruleSet, { day, svg })
    return svg
  }
}
