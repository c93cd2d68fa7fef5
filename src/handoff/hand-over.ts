import { Inject, Injectable, Logger } from '@nestjs/common'
import type { CaseFile } from '../casework/case-file.js'
import { CaseFileStore } from '../casework/case-file.store.js'
import { Desk, reachOf } from '../casework/desk.js'
import { stateAfter } from '../casework/life-cycle.js'
import { refusals } from '../casework/refusals.js'
import type { Actor } from '../cooperation/actor.js'
import { Database, type Transaction } from '../platform/database.js'
import { FileStore, type StoredFile } from '../platform/file-store.js'
import { isRefusal, type Refusal } from '../platform/refusal.js'
import { CheckScans } from './check-scans.js'
import { ChildFailed } from './child/run-child.js'
import { Workshop } from './child/workshop.js'
import { handOverRefusals } from './hand-over-refusals.js'
import { DeliverPackages } from './out/deliver-packages.js'
import { DeliveryStore } from './out/delivery.store.js'
import type { Package } from './package.js'
import { PackageStore } from './package.store.js'
import { PreparePackage, type PreparedPackage } from './prepare-package.js'
import type { Seal } from './seal/seal.js'
import { SEAL } from './seal/seal.token.js'
import { signWith } from './seal/sign-with.js'

/** What came of a hand-over; `null` where there is no such case for these eyes. */
export type HandOverOutcome = Package | Refusal | null

/** The last step at the counter: a case leaves the office as one sealed package, or the clerk learns why not. */
@Injectable()
export class HandOver {
  private readonly log = new Logger(HandOver.name)

  constructor(
    private readonly desk: Desk,
    private readonly cases: CaseFileStore,
    private readonly packages: PackageStore,
    private readonly checkScans: CheckScans,
    private readonly preparePackage: PreparePackage,
    private readonly workshop: Workshop,
    private readonly files: FileStore,
    private readonly deliveries: DeliveryStore,
    private readonly deliverPackages: DeliverPackages,
    private readonly database: Database,
    @Inject(SEAL) private readonly seal: Seal,
  ) {}

  /**
   * Hands a case over to its department: makes the package, then in one transaction the package's row, its
   * delivery, the new state and the audit entry. Submitted twice, the second finds the package of the first.
   * @param version of the case file that was reviewed; `null` checks nothing
   */
  async handOver(actor: Actor, id: string, reason: string, version: number | null): Promise<HandOverOutcome> {
    const caseFile = await this.desk.find(actor, id)
    if (caseFile === null) return null
    if (caseFile.state === 'handedOver') return this.database.change((tx) => this.packages.last(tx, id))
    if (stateAfter(caseFile.state, 'handOver') === null) return refusals.stepNotPossible()
    if (version !== null && version !== caseFile.version) return refusals.staleReview()
    const refused = await this.checkScans.check(actor, caseFile)
    if (refused !== null) return refused
    const prepared = await this.preparePackage.prepare(actor, caseFile, reason)
    if (isRefusal(prepared)) return prepared
    const stored = await this.make(prepared)
    if (isRefusal(stored)) return stored
    const kept = await this.keep(actor, caseFile, prepared, stored)
    if (kept === null || isRefusal(kept) || kept.sha256 !== stored.sha256)
      await this.files.remove(stored.sha256)
    this.deliverPackages.look()
    return kept
  }

  /** The package's bytes, sealed, whole and on the disk under their hash. */
  private async make(prepared: PreparedPackage): Promise<StoredFile | Refusal> {
    try {
      return await this.files.putBy((place) =>
        this.workshop.makePackage({ ...prepared, place }, signWith(this.seal)),
      )
    } catch (error) {
      if (!(error instanceof ChildFailed)) throw error
      this.log.error(`package of case file ${prepared.contents.caseFile.id}: ${error.message}`)
      return this.whyNotMade(prepared)
    }
  }

  /** The child reads the scans to their end, and only it; what it stumbled over is found out when it failed. */
  private async whyNotMade({ contents, scans }: PreparedPackage): Promise<Refusal> {
    for (const { id, name, sha256 } of contents.enclosures)
      if (!(await this.files.isWhole(scans[id]?.sha256 ?? sha256))) return handOverRefusals.scanDamaged(name)
    return handOverRefusals.notMade()
  }

  /** The case may have moved on while the package was made, so it is looked at again under its lock. */
  private keep(
    actor: Actor,
    before: CaseFile,
    prepared: PreparedPackage,
    stored: StoredFile,
  ): Promise<HandOverOutcome> {
    return this.database.change(async (tx) => {
      const now = await this.cases.locked(tx, before.id, reachOf(actor))
      if (now?.state === 'handedOver') return this.packages.last(tx, before.id)
      if (now !== null && now.version !== before.version) return refusals.staleReview()
      const made = packageOf(before, prepared, stored)
      const changed = await this.moveOn(tx, actor, made)
      if (changed === null || isRefusal(changed)) return changed
      await this.packages.add(tx, made)
      await this.deliveries.add(tx, made)
      return made
    })
  }

  private moveOn(tx: Transaction, actor: Actor, made: Package): Promise<CaseFile | Refusal | null> {
    const { caseFileId, departmentId, sha256, reason, contents } = made
    const { completeOn } = contents.caseFile
    return this.cases.changeIn(
      tx,
      caseFileId,
      reachOf(actor),
      actor,
      (caseFile) => {
        const state = stateAfter(caseFile.state, 'handOver')
        return state === null ? refusals.stepNotPossible() : { ...caseFile, state, completeOn }
      },
      {
        action: 'caseFile.handedOver',
        details: { package: made.id, department: departmentId, sha256, againstAdvice: reason !== null },
      },
    )
  }
}

function packageOf(
  caseFile: CaseFile,
  { contents }: PreparedPackage,
  { sha256, bytes }: StoredFile,
): Package {
  return {
    id: contents.packageId,
    caseFileId: caseFile.id,
    caseVersion: caseFile.version,
    authorityId: caseFile.authorityId,
    departmentId: caseFile.departmentId,
    sha256,
    bytes,
    contents,
    reason: contents.reason,
    madeBy: contents.handedOverBy.id,
    madeAt: contents.madeAt,
  }
}
