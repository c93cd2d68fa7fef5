import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import { Clock } from '../platform/clock.js'
import { Ids } from '../platform/ids.js'
import { isRefusal } from '../platform/refusal.js'
import { releaseRefusals } from './release-refusals.js'
import { proposalProblem, readNote, type Decided } from './rule-release.js'
import { RuleReleaseStore } from './rule-release.store.js'
import { RulesOnDisk } from './rules-on-disk.js'

@Injectable()
export class ProposeRelease {
  constructor(
    private readonly rules: RulesOnDisk,
    private readonly releases: RuleReleaseStore,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Proposes a state of a rule file for release. `sha256` is the state that the author has looked at; `null` for an
   * unknown rule set.
   */
  async propose(actor: Actor, ruleSet: string, sha256: string, text: string): Promise<Decided | null> {
    const onDisk = this.rules.read().byId(ruleSet)
    if (onDisk === null) return null
    if (onDisk.hash !== sha256) return releaseRefusals.fileChanged()
    const note = readNote(text)
    if (isRefusal(note)) return note
    const proposal = {
      id: this.ids.newId(),
      ruleSet,
      sha256,
      note,
      state: 'proposed' as const,
      proposedBy: actor.staffId,
      proposedByName: actor.name,
      proposedAt: this.clock.now().toISOString(),
      decidedBy: null,
      decidedByName: null,
      decidedAt: null,
      reason: null,
      tests: null,
    }
    return this.releases.propose(proposal, actor, (releases) => proposalProblem(releases, sha256))
  }
}
