import { Injectable } from '@nestjs/common'
import type { CaseFile, Deficiency } from '../casework/case-file.js'
import { CaseFileStore, type Outcome, type Told } from '../casework/case-file.store.js'
import type { Changed } from '../casework/change.js'
import { stateAfter, type State, type Step } from '../casework/life-cycle.js'
import type { Actor } from '../cooperation/actor.js'
import { isRefusal, refusal } from '../platform/refusal.js'
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
    return this.take(id, actor, { step: 'accept', seen }, { action: 'caseFile.accepted' })
  }

  /** Takes an acceptance back that was a slip: the case waits for its decision again. */
  reopen(id: string, actor: Actor, seen: number | null): Promise<Outcome> {
    return this.take(id, actor, { step: 'reopen', seen }, { action: 'caseFile.reopened' })
  }

  /** Gives the case back to the office with what is wrong about it, each point pinned to its place in the rule set. */
  async giveBack(
    id: string,
    actor: Actor,
    given: readonly Deficiency[],
    seen: number | null,
  ): Promise<Outcome> {
    const caseFile = await this.handedOver(id, actor)
    if (caseFile === null) return null
    const ruleSet = this.rulebook.byId(caseFile.ruleSet)
    if (ruleSet === null)
      return refusal('noRuleSet', `Das Regelwerk ${caseFile.ruleSet} liegt nicht mehr vor.`)
    const deficiencies = checkDeficiencies(given, ruleSet.compiled.ruleSet)
    if (isRefusal(deficiencies)) return deficiencies
    return this.take(
      id,
      actor,
      { step: 'giveBack', seen, deficiencies },
      {
        action: 'caseFile.returned',
        details: { points: deficiencies.map(({ about }) => `${about.kind}/${about.id}`) },
      },
    )
  }

  private async take(id: string, actor: Actor, decision: Decision, told: Told): Promise<Outcome> {
    if ((await this.handedOver(id, actor)) === null) return null
    return this.caseFiles.change(
      id,
      departmentOf(actor),
      actor,
      (caseFile) => decided(caseFile, decision),
      told,
    )
  }

  /** What was never handed over is not there, as if it did not exist: a refusal would tell of it. */
  private async handedOver(id: string, actor: Actor): Promise<CaseFile | null> {
    const caseFile = await this.caseFiles.find(id, departmentOf(actor))
    return caseFile !== null && isInInbox(caseFile) ? caseFile : null
  }
}

interface Decision {
  readonly step: Extract<Step, 'accept' | 'giveBack' | 'reopen'>
  readonly seen: number | null
  readonly deficiencies?: readonly Deficiency[]
}

/** Where a case stands already if somebody did the same before: a second click changes nothing. */
const standsAfter: Partial<Record<Step, State>> = { accept: 'accepted', reopen: 'handedOver' }

function decided(caseFile: CaseFile, { step, seen, deficiencies = [] }: Decision): Changed {
  if (caseFile.state === standsAfter[step]) return caseFile
  const state = stateAfter(caseFile.state, step)
  if (state === null)
    return refusal('stepNotPossible', 'Über diesen Vorgang ist schon entschieden; laden Sie die Seite neu.')
  // Returned by a colleague and handed over again meanwhile: nobody decides on a package they have not seen.
  if (seen !== null && caseFile.version !== seen)
    return refusal('changedMeanwhile', 'Inzwischen liegt ein neues Übergabepaket vor; bitte zuerst ansehen.')
  return { ...caseFile, state, deficiencies }
}
