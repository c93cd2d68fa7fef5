import { Injectable } from '@nestjs/common'
import type { CaseFile, Deficiency } from '../casework/case-file.js'
import { CaseFileStore, type Outcome } from '../casework/case-file.store.js'
import type { Changed } from '../casework/change.js'
import { stateAfter, type Step } from '../casework/life-cycle.js'
import type { Actor } from '../cooperation/actor.js'
import { isRefusal, refusal } from '../platform/refusal.js'
import { Rulebook } from '../rulebook/rulebook.js'
import { readDeficiencies } from './deficiencies-given.js'
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
  async accept(id: string, actor: Actor, seen: number | null): Promise<Outcome> {
    if ((await this.handedOver(id, actor)) === null) return null
    return this.caseFiles.change(
      id,
      departmentOf(actor),
      actor,
      (caseFile) => step(caseFile, 'accept', [], seen),
      {
        action: 'caseFile.accepted',
      },
    )
  }

  /** Gives the case back to the office with what is wrong about it, each point pinned to its place in the rule set. */
  async giveBack(
    id: string,
    actor: Actor,
    fields: Readonly<Record<string, unknown>>,
    seen: number | null,
  ): Promise<Outcome> {
    const caseFile = await this.handedOver(id, actor)
    if (caseFile === null) return null
    const ruleSet = this.rulebook.byId(caseFile.ruleSet)
    if (ruleSet === null)
      return refusal('noRuleSet', `Das Regelwerk ${caseFile.ruleSet} liegt nicht mehr vor.`)
    const deficiencies = readDeficiencies(fields, ruleSet.compiled.ruleSet)
    if (isRefusal(deficiencies)) return deficiencies
    return this.caseFiles.change(
      id,
      departmentOf(actor),
      actor,
      (current) => step(current, 'giveBack', deficiencies, seen),
      {
        action: 'caseFile.returned',
        details: { points: deficiencies.map(({ about }) => `${about.kind}/${about.id}`) },
      },
    )
  }

  /** What was never handed over is not there, as if it did not exist: a refusal would tell of it. */
  private async handedOver(id: string, actor: Actor): Promise<CaseFile | null> {
    const caseFile = await this.caseFiles.find(id, departmentOf(actor))
    return caseFile !== null && isInInbox(caseFile) ? caseFile : null
  }
}

function step(
  caseFile: CaseFile,
  wanted: Step,
  deficiencies: readonly Deficiency[],
  seen: number | null,
): Changed {
  if (caseFile.state === 'accepted' && wanted === 'accept') return caseFile
  const state = stateAfter(caseFile.state, wanted)
  if (state === null)
    return refusal('stepNotPossible', 'Über diesen Vorgang ist schon entschieden; laden Sie die Seite neu.')
  // Returned by a colleague and handed over again meanwhile: nobody decides on a package they have not seen.
  if (seen !== null && caseFile.version !== seen)
    return refusal('changedMeanwhile', 'Inzwischen liegt ein neues Übergabepaket vor; bitte zuerst ansehen.')
  return { ...caseFile, state, deficiencies }
}
