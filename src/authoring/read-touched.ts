import { Injectable } from '@nestjs/common'
import { CountTouched } from '../casework/count-touched.js'
import type { TouchedCases } from '../casework/touched-cases.js'
import { RulesOnDisk } from './rules-on-disk.js'
import type { ShownRuleSet } from './read-rule-set.js'

@Injectable()
export class ReadTouched {
  constructor(
    private readonly cases: CountTouched,
    private readonly rules: RulesOnDisk,
  ) {}

  /** What a rule set means for open cases; `null` where it comes after no other, or where its time is over. */
  async of({ ruleSet, overview, since }: ShownRuleSet): Promise<TouchedCases | null> {
    return since === null || overview.inForce === 'past' ? null : this.cases.count(ruleSet, this.rules.read())
  }
}
