import { Injectable } from '@nestjs/common'
import type { Refusal } from '../platform/refusal.js'
import { Clock } from '../platform/clock.js'
import type { PrecheckInput } from '../precheck/evaluate.js'
import type { Day } from '../precheck/rule-set.js'
import { chooseRuleSet } from '../rulebook/choose-rule-set.js'
import { readPrecheckInput } from '../rulebook/precheck-input.js'
import type { LoadedRuleSet } from '../rulebook/rule-files.js'
import type { Posted } from '../web/posted.js'
import { usualDayOf } from './neighbour.js'
import { readTrial, type ReadTrial } from './read-trial.js'
import { RulesOnDisk } from './rules-on-disk.js'
import { trialOf, type Trial } from './trial.js'

/** A trial run, what of its form could not be taken, and which rule set a clerk would get with it. */
export interface TrialRun {
  readonly trial: Trial
  readonly errors: ReadTrial['errors']
  /** The rule set that counts on this day for these answers; `null`: none is in force. */
  readonly atTheCounter: string | null
}

/** Runs through a rule set as a clerk would, without a case and without keeping anything. */
@Injectable()
export class RunTrial {
  constructor(
    private readonly rules: RulesOnDisk,
    private readonly clock: Clock,
  ) {}

  /** From the form of the page; an empty form is the beginning. `null` for an unknown rule set. */
  byForm(id: string, posted: Posted): TrialRun | null {
    const ruleSet = this.rules.read().byId(id)
    if (ruleSet === null) return null
    const { input, errors } = readTrial(
      ruleSet.compiled.ruleSet,
      posted,
      usualDayOf(this.rules.read(), ruleSet, this.clock.today()),
    )
    return this.run(ruleSet, input, errors)
  }

  /** From answers and documents as examples have them. */
  byJson(id: string, on: Day | undefined, json: object): TrialRun | Refusal | null {
    const ruleSet = this.rules.read().byId(id)
    if (ruleSet === null) return null
    const read = readPrecheckInput(ruleSet.compiled.ruleSet, json)
    if (!read.ok) {
      const [first] = read.problems
      return { code: 'badAnswer', message: first!.message, place: first!.pointer.slice(1) }
    }
    return this.run(
      ruleSet,
      { ...read.input, today: on ?? usualDayOf(this.rules.read(), ruleSet, this.clock.today()) },
      new Map(),
    )
  }

  private run(ruleSet: LoadedRuleSet, input: PrecheckInput, errors: ReadTrial['errors']): TrialRun {
    const { service } = ruleSet.compiled.ruleSet
    const chosen = chooseRuleSet(this.rules.read(), service, input.today, input.answers)
    return { trial: trialOf(ruleSet, input), errors, atTheCounter: chosen?.id ?? null }
  }
}
