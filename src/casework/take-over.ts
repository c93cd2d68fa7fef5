import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import { OfficeDirectory } from '../cooperation/office-directory.store.js'
import { audit } from '../platform/audit.js'
import { Database, type Transaction } from '../platform/database.js'
import { isRefusal, type Refusal } from '../platform/refusal.js'
import type { CaseFile } from './case-file.js'
import { CaseFileStore, type Told } from './case-file.store.js'
import { Desk } from './desk.js'
import { FindByCode } from './find-by-code.js'
import { isAtTheOffice } from './life-cycle.js'
import { OffersStore } from './offers.store.js'
import { refusals } from './refusals.js'

/** A case that came with a code, before anyone has taken it over: nothing in it names a person. */
export interface Arrival {
  readonly caseFile: Pick<CaseFile, 'id' | 'number'>
  /** What is applied for. */
  readonly title: string
  /** The office that has it now. */
  readonly office: string
  /** Whether that is the clerk's own. */
  readonly isHere: boolean
  /** Why the clerk's office cannot take it, and what to do. */
  readonly refusal: Refusal | null
}

@Injectable()
export class TakeOver {
  constructor(
    private readonly codes: FindByCode,
    private readonly desk: Desk,
    private readonly store: CaseFileStore,
    private readonly offers: OffersStore,
    private readonly directory: OfficeDirectory,
    private readonly database: Database,
  ) {}

  /** What the code brings along. */
  async look(actor: Actor, typed: string): Promise<Arrival | Refusal> {
    const caseFile = await this.codes.find(actor, typed)
    if (isRefusal(caseFile)) return caseFile
    const isHere = caseFile.officeId === actor.officeId
    return {
      caseFile,
      title: this.desk.ruleSetOf(caseFile).compiled.ruleSet.title,
      office: await this.nameOf(caseFile.officeId),
      isHere,
      refusal: isHere ? null : await this.whyNot(actor, caseFile),
    }
  }

  /**
   * Puts the case into the hands of the clerk's office. The code stays good: with it the former office can take the
   * case back. A second time changes nothing.
   */
  async takeOver(actor: Actor, typed: string): Promise<CaseFile | Refusal> {
    const found = await this.codes.find(actor, typed)
    if (isRefusal(found)) return found
    if (found.officeId === actor.officeId) return found
    const refusal = await this.whyNot(actor, found)
    if (refusal !== null) return refusal
    return this.database.change((tx) => this.move(tx, actor, found))
  }

  private async move(tx: Transaction, actor: Actor, { id }: CaseFile): Promise<CaseFile | Refusal> {
    const to = actor.officeId!
    const before = await this.store.locked(tx, id, { id })
    if (before === null) return refusals.unknownCode()
    const from = before.officeId
    const names = { fromName: await this.nameOf(from, tx), toName: await this.nameOf(to, tx) }
    const told: Told = { action: 'caseFile.takenOver', details: { from, to, ...names } }
    const work = (caseFile: CaseFile) => moved(caseFile, to)
    const outcome = await this.store.changeIn(tx, id, { id }, actor, work, told)
    if (outcome === null) return refusals.unknownCode()
    if (!isRefusal(outcome) && from !== to) await this.tellOffices(tx, actor, id, from, to)
    return outcome
  }

  /** Both offices have it in their own trail; in one order, so that two who swap cases never wait for each other. */
  private async tellOffices(
    tx: Transaction,
    actor: Actor,
    caseFile: string,
    from: string,
    to: string,
  ): Promise<void> {
    const entries = [
      { action: 'office.caseGiven', id: from },
      { action: 'office.caseTaken', id: to },
    ].toSorted((a, b) => (a.id < b.id ? -1 : 1))
    for (const { action, id } of entries)
      await audit(tx, { actor, action, subject: { kind: 'office', id }, details: { caseFile, from, to } })
  }

  /**
   * An office takes what it could have opened itself: the service is offered there, and the same department decides.
   * A case of another authority stays with that authority.
   */
  private async whyNot(actor: Actor, caseFile: CaseFile): Promise<Refusal | null> {
    const { service, authorityId, departmentId, state } = caseFile
    if (!isAtTheOffice(state)) return refusals.leftTheCounter()
    const places = await this.offers.deciding(service, authorityId, departmentId)
    if (places.some(({ officeId }) => officeId === actor.officeId)) return null
    const route = actor.officeId === null ? null : await this.directory.routeOf(actor.officeId, service)
    const names = places.map(({ office }) => office)
    if (route === null) return refusals.notOfferedHere(names)
    const [own, theirs] = [await this.authorityName(route.authorityId), await this.authorityName(authorityId)]
    return refusals.otherAuthority(own, theirs, names)
  }

  private async nameOf(officeId: string, tx?: Transaction): Promise<string> {
    const office = await this.directory.officeOf(officeId, tx?.manager)
    return office?.name ?? 'ein Bürgerbüro, das es nicht mehr gibt'
  }

  private async authorityName(id: string): Promise<string> {
    return (await this.directory.authorityOf(id))?.name ?? 'eine andere Behörde'
  }
}

const moved = (caseFile: CaseFile, officeId: string): CaseFile | Refusal => {
  if (caseFile.officeId === officeId) return caseFile
  return isAtTheOffice(caseFile.state) ? { ...caseFile, officeId } : refusals.leftTheCounter()
}
