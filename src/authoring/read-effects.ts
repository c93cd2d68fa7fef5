import { Injectable } from '@nestjs/common'
import { Clock } from '../platform/clock.js'
import type { Day } from '../precheck/rule-set.js'
import type { ExampleRun } from '../rulebook/examples.js'
import type { LoadedRuleSet } from '../rulebook/rule-files.js'
import { effectsOf, type Effects } from './effects.js'
import { lastDayIn, usualDayOf } from './neighbour.js'
import { RulesOnDisk } from './rules-on-disk.js'
import { surveyOf, type Survey } from './survey.js'

/** What a rule set does and what is noticeable about it. */
export interface ShownEffects {
  readonly effects: Effects
  readonly survey: Survey
}

/** What they were found from. */
interface Basis {
  readonly runs: readonly ExampleRun[] | null
  readonly day: Day
  readonly last: Day | null
}

/** Looks at all answers at once, anew only where a file, the examples or the day have changed. */
@Injectable()
export class ReadEffects {
  private readonly known = new WeakMap<LoadedRuleSet, Basis & ShownEffects>()

  constructor(
    private readonly rules: RulesOnDisk,
    private readonly clock: Clock,
  ) {}

  /** @param runs of the examples; `null` while they run */
  of(ruleSet: LoadedRuleSet, runs: readonly ExampleRun[] | null): ShownEffects {
    const rulebook = this.rules.read()
    const day = usualDayOf(rulebook, ruleSet, this.clock.today())
    const last = lastDayIn(rulebook, ruleSet)
    const before = this.known.get(ruleSet)
    if (before?.runs === runs && before.day === day && before.last === last) return before
    const effects = effectsOf(ruleSet, runs, day)
    const shown = { effects, survey: surveyOf(ruleSet, runs, last) }
    this.known.set(ruleSet, { ...shown, runs, day, last })
    return shown
  }
}
