import { Injectable } from '@nestjs/common'
import type { CaseFile, Deficiency } from '../casework/case-file.js'
import { CaseFileStore, type Outcome, type Told } from '../casework/case-file.store.js'
import type { Changed } from '../casework/change.js'
import { stateAfter, type State, type Step } from '../casework/life-cycle.js'
import type { Actor } from '../cooperation/actor.js'
import { isRefusal, refusal, type Refusal } from '../platform/refusal.js'
import { Rulebook } from '../rulebook/rulebook.js'
import { checkDeficiencies } from './deficiencies-given.js'
import { isInInbox } from './inbox.js'
import { departmentOf } from './reach.js'

/** What a department does with a case that was handed to it. */
@Injectable()
export class Decide {
  constructor(
    private readonly caseFiles: CaseFileStore,
    private readonly rulebook: Rulebook,
  ) {}

  /**
   * Takes the case over. Doing it twice is the same as once.
   * @param seen the version of the case that the caseworker looked at; `null` takes it as it is
   */
  accept(id: string, actor: Actor, seen: number | null): Promise<Outcome> {
    return this.decide(id, actor, seen, () => ({ step: 'accept', told: { action: 'caseFile.accepted' } }))
  }

  /** Takes an acceptance back that was a slip: the case waits for its decision again. */
  reopen(id: string, actor: Actor, seen: number | null): Promise<Outcome> {
    return this.decide(id, actor, seen, () => ({ step: 'reopen', told: { action: 'caseFile.reopened' } }))
  }

  /** Gives the case back to the office with what is wrong about it, each point pinned to its place in the rule set. */
  giveBack(id: string, actor: Actor, given: readonly Deficiency[], seen: number | null): Promise<Outcome> {
    return this.decide(id, actor, seen, (caseFile) => this.returnOf(caseFile, given))
  }

  private returnOf({ ruleSet: id }: CaseFile, given: readonly Deficiency[]): Decision | Refusal {
    const ruleSet = this.rulebook.byId(id)
    if (ruleSet === null) return refusal('noRuleSet', `Das Regelwerk ${id} liegt nicht mehr vor.`)
    const deficiencies = checkDeficiencies(given, ruleSet.compiled.ruleSet)
    if (isRefusal(deficiencies)) return deficiencies
    const points = deficiencies.map(({ about }) => `${about.kind}/${about.id}`)
    return { step: 'giveBack', deficiencies, told: { action: 'caseFile.returned', details: { points } } }
  }

  private async decide(
    id: string,
    actor: Actor,
    seen: number | null,
    decisionOn: (caseFile: CaseFile) => Decision | Refusal,
  ): Promise<Outcome> {
    const reach = departmentOf(actor)
    const found = await this.caseFiles.find(id, reach)
    // What was never handed over is not there, as if it did not exist: a refusal would tell of it.
    if (found === null || !isInInbox(found)) return null
    const decision = decisionOn(found)
    if (isRefusal(decision)) return decision
    return this.caseFiles.change(
      id,
      reach,
      actor,
      (caseFile) => decided(caseFile, decision, seen),
      decision.told,
    )
  }
}

interface Decision {
  readonly step: Extract<Step, 'accept' | 'giveBack' | 'reopen'>
  readonly deficiencies?: readonly Deficiency[]
  readonly told: Told
}

/** Where a case stands already if somebody did the same before: a second click changes nothing. */
const standsAfter: Partial<Record<Step, State>> = { accept: 'accepted', reopen: 'handedOver' }

function decided(caseFile: CaseFile, { step, deficiencies = [] }: Decision, seen: number | null): Changed {
  if (caseFile.state === standsAfter[step]) return caseFile
  const state = stateAfter(caseFile.state, step)
  if (state === null)
    return refusal('stepNotPossible', 'Über diesen Vorgang ist schon entschieden; laden Sie die Seite neu.')
  // Returned by a colleague and handed over again meanwhile: nobody decides on a package they have not seen.
  if (seen !== null && caseFile.version !== seen)
    return refusal('changedMeanwhile', 'Inzwischen liegt ein neues Übergabepaket vor; bitte zuerst ansehen.')
  return { ...caseFile, state, deficiencies }
}
