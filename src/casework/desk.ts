import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import { Clock } from '../platform/clock.js'
import { isRefusal } from '../platform/refusal.js'
import type { Day } from '../precheck/rule-set.js'
import { chooseRuleSet } from '../rulebook/choose-rule-set.js'
import type { LoadedRuleSet } from '../rulebook/rule-files.js'
import { Rulebook } from '../rulebook/rulebook.js'
import type { CaseFile } from './case-file.js'
import { CaseFileStore, type Outcome, type Reach, type Told } from './case-file.store.js'
import type { Changed, Stamp } from './change.js'
import { answersOf } from './known.js'
import { isAtTheOffice } from './life-cycle.js'
import { withCompleteness } from './pre-check.js'

/** What a change at the counter is given. */
export interface AtTheDesk {
  readonly ruleSet: LoadedRuleSet
  readonly stamp: Stamp
  readonly today: Day
}

/** The counter of an office: its cases, each with its rule set, changed by the person who stands there. */
@Injectable()
export class Desk {
  constructor(
    private readonly store: CaseFileStore,
    private readonly rulebook: Rulebook,
    private readonly clock: Clock,
  ) {}

  find(actor: Actor, id: string): Promise<CaseFile | null> {
    return this.store.find(id, reachOf(actor))
  }

  /** Changes a case of the office under its lock; the day of completeness follows by itself. */
  change(
    actor: Actor,
    id: string,
    told: Told,
    work: (caseFile: CaseFile, desk: AtTheDesk) => Changed,
  ): Promise<Outcome> {
    return this.store.change(
      id,
      reachOf(actor),
      actor,
      (caseFile) => this.changed(actor, caseFile, work),
      told,
    )
  }

  /** A case keeps its rule set until a clerk moves it over. @throws Error if its file is gone: files that were in force are never removed */
  ruleSetOf({ ruleSet, number }: CaseFile): LoadedRuleSet {
    const loaded = this.rulebook.byId(ruleSet)
    if (loaded === null) throw new Error(`Rule set ${ruleSet} of case file ${number} is missing.`)
    return loaded
  }

  /** The other rule set that an open case would have if it were opened today; `null` if it has that one. */
  ruleSetDue(caseFile: Pick<CaseFile, 'service' | 'ruleSet' | 'state' | 'answers'>): LoadedRuleSet | null {
    if (!isAtTheOffice(caseFile.state)) return null
    const due = chooseRuleSet(this.rulebook, caseFile.service, this.clock.today(), answersOf(caseFile))
    return due === null || due.id === caseFile.ruleSet ? null : due
  }

  /** Whether it takes an answer to say which rule set of a service is due. */
  isDueByAnswer(service: string): boolean {
    const current = this.rulebook.inForce(service, this.clock.today())
    return current !== null && current.compiled.ruleSet.decidingDay !== 'today'
  }

  /** The case as it is after the work, or why it cannot be done; nothing is stored. */
  changed(actor: Actor, caseFile: CaseFile, work: (caseFile: CaseFile, desk: AtTheDesk) => Changed): Changed {
    const stamp: Stamp = { by: actor.staffId, byName: actor.name, at: this.clock.now().toISOString() }
    const today = this.clock.today()
    const after = work(caseFile, { ruleSet: this.ruleSetOf(caseFile), stamp, today })
    if (isRefusal(after) || after === caseFile) return after
    return withCompleteness(this.ruleSetOf(after).compiled, after, today)
  }
}

/** A clerk sees the cases of their office; who has none sees none. */
export const reachOf = ({ officeId }: Actor): Reach => ({ officeId: officeId ?? noOffice })

const noOffice = '00000000-0000-0000-0000-000000000000'
