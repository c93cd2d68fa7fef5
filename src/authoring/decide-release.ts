import { Injectable } from '@nestjs/common'
import { readReason } from '../casework/reason.js'
import type { Actor } from '../cooperation/actor.js'
import { Clock } from '../platform/clock.js'
import { isRefusal } from '../platform/refusal.js'
import { ExampleResults } from './example-results.js'
import { checkOf } from './rule-set-check.js'
import { obstacle, rejected, released, withdrawn, type Decided, type Signature } from './rule-release.js'
import { RuleReleaseStore } from './rule-release.store.js'
import { RulesOnDisk } from './rules-on-disk.js'

/** What becomes of a proposal. `null` where the rule set has no such one. */
@Injectable()
export class DecideRelease {
  constructor(
    private readonly rules: RulesOnDisk,
    private readonly examples: ExampleResults,
    private readonly releases: RuleReleaseStore,
    private readonly clock: Clock,
  ) {}

  /** Releases the file as it is now: the examples are run first, and what came of them is kept with the release. */
  async release(actor: Actor, ruleSet: string, id: string): Promise<Decided | null> {
    const proposal = await this.releases.find(ruleSet, id)
    // From here to the start of the run nothing is waited for: what is tested is what was hashed.
    const rulebook = this.rules.read()
    const onDisk = rulebook.byId(ruleSet)
    if (onDisk === null || proposal === null) return null
    const refused = obstacle(proposal, onDisk.hash, actor.staffId)
    if (refused !== null) return refused
    const { tests } = checkOf(rulebook, onDisk, await this.examples.anew(onDisk.compiled.ruleSet.service))
    return this.releases.decide(ruleSet, id, actor, (release) =>
      released(release, onDisk.hash, tests, this.signature(actor)),
    )
  }

  async reject(actor: Actor, ruleSet: string, id: string, text: string): Promise<Decided | null> {
    const reason = readReason(text, 'reason')
    if (isRefusal(reason)) return reason
    return this.releases.decide(ruleSet, id, actor, (release) =>
      rejected(release, reason, this.signature(actor)),
    )
  }

  withdraw(actor: Actor, ruleSet: string, id: string): Promise<Decided | null> {
    return this.releases.decide(ruleSet, id, actor, (release) => withdrawn(release, this.signature(actor)))
  }

  private signature({ staffId, name }: Actor): Signature {
    return { by: staffId, byName: name, at: this.clock.now().toISOString() }
  }
}
