import { setImmediate } from 'node:timers/promises'
import { Injectable } from '@nestjs/common'
import { Clock } from '../platform/clock.js'
import { ruleChange } from '../precheck/rule-change.js'
import type { Day } from '../precheck/rule-set.js'
import { chooseRuleSet } from '../rulebook/choose-rule-set.js'
import type { LoadedRuleSet } from '../rulebook/rule-files.js'
import { Rulebook } from '../rulebook/rulebook.js'
import { answersOf } from './known.js'
import { OpenCasesStore, type OpenCaseFile } from './open-cases.store.js'
import { inputOf } from './pre-check.js'
import { countTouched, type TouchedCase, type TouchedCases } from './touched-cases.js'

/** Looking at a case takes milliseconds, and somebody waits for the page. */
const mostLookedAt = 500

@Injectable()
export class CountTouched {
  constructor(
    private readonly cases: OpenCasesStore,
    private readonly running: Rulebook,
    private readonly clock: Clock,
  ) {}

  /**
   * What a rule set would mean for the open cases of its service, today or on its first day.
   * @param rulebook the files among which it would be chosen, perhaps not yet taken by the counter
   */
  async count(to: LoadedRuleSet, rulebook: Rulebook): Promise<TouchedCases> {
    const { service } = to.compiled.ruleSet
    const today = this.clock.today()
    const day = today < to.inForceFrom ? to.inForceFrom : today
    const offices = await this.cases.countByOffice(service)
    const all = await this.cases.list(service, mostLookedAt)
    const touched: TouchedCase[] = []
    for (const one of all) {
      // Between two cases the server answers others.
      await setImmediate()
      const change = this.changeFor(one, to, rulebook, day)
      if (change !== null) touched.push({ officeId: one.officeId, change })
    }
    return countTouched(offices, touched, all.length)
  }

  /** `null` for a case that has this rule set, or would have another one. */
  private changeFor(one: OpenCaseFile, to: LoadedRuleSet, rulebook: Rulebook, day: Day) {
    const from = this.running.byId(one.ruleSet)
    const due = chooseRuleSet(rulebook, to.compiled.ruleSet.service, day, answersOf(one))
    return from === null || from.id === to.id || due?.id !== to.id
      ? null
      : ruleChange(from.compiled, to.compiled, inputOf(one, day))
  }
}
