import { Inject, Injectable, Logger } from '@nestjs/common'
import type { CaseFile, Upload } from '../casework/case-file.js'
import { Desk } from '../casework/desk.js'
import { withCompleteness } from '../casework/pre-check.js'
import { UploadStore } from '../casework/upload.store.js'
import type { Actor } from '../cooperation/actor.js'
import { OfficeDirectory } from '../cooperation/office-directory.store.js'
import { Clock } from '../platform/clock.js'
import { CONFIG } from '../platform/config.token.js'
import { FileStore } from '../platform/file-store.js'
import { Ids } from '../platform/ids.js'
import type { LentFile } from '../platform/lent-file.js'
import { isRefusal, type Refusal } from '../platform/refusal.js'
import { Rulebook } from '../rulebook/rulebook.js'
import type { Config } from '../config.js'
import type { PackageTask } from './child/tasks.js'
import { draftPackage } from './draft-package.js'
import { FormsInUse } from './forms-in-use.js'
import { handOverRefusals, refusalFor } from './hand-over-refusals.js'
import { MissingPlates } from './missing-plates.js'
import { responsibleNames } from './responsible-names.js'
import type { Seal } from './seal/seal.js'
import { SEAL } from './seal/seal.token.js'

/** All but the place where it will lie. */
export type PreparedPackage = Omit<PackageTask, 'kind' | 'place'>

/**
 * Brings together what a package is made of, after everything that can stop it. Makes plates that are missing, and
 * changes nothing else.
 */
@Injectable()
export class PreparePackage {
  private readonly log = new Logger(PreparePackage.name)

  constructor(
    private readonly desk: Desk,
    private readonly uploads: UploadStore,
    private readonly missingPlates: MissingPlates,
    private readonly directory: OfficeDirectory,
    private readonly rulebook: Rulebook,
    private readonly files: FileStore,
    private readonly forms: FormsInUse,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(SEAL) private readonly seal: Seal,
  ) {}

  /** @param reason as typed; needed where the case is not complete */
  async prepare(actor: Actor, caseFile: CaseFile, reason: string): Promise<PreparedPackage | Refusal> {
    const ruleSet = this.desk.ruleSetOf(caseFile)
    const today = this.clock.today()
    const draft = await draftPackage({
      packageId: this.ids.newId(),
      trial: false,
      // A day can complete a case, or make a document too old, without anybody changing it.
      caseFile: withCompleteness(ruleSet.compiled, caseFile, today),
      ruleSet,
      all: this.rulebook.of(caseFile.service),
      form: (await this.forms.of(ruleSet.id))!,
      templatesDir: this.config.templatesDir,
      today,
      reason,
      ...(await responsibleNames(this.directory, caseFile)),
      handedOverBy: { id: actor.staffId, name: actor.name },
      seal: this.seal.shown,
      uploads: async (isAlong) =>
        this.missingPlates.make((await this.uploads.of(caseFile.id)).filter(isAlong)),
      now: () => this.clock.now().toISOString(),
      tell: (detail) => this.log.error(detail),
    })
    if (isRefusal(draft)) return draft
    const { contents, form, uploads } = draft
    if (new Date(contents.madeAt) > this.seal.validUntil) return handOverRefusals.sealExpired()
    const scans = await this.lend(uploads)
    return isRefusal(scans) ? scans : { contents, form, scans }
  }

  /** The plates, by upload id. What is missing, or is another, stops the hand-over. */
  private async lend(uploads: readonly Upload[]): Promise<PreparedPackage['scans'] | Refusal> {
    const scans: Record<string, LentFile> = {}
    for (const { id, name, sha256, plates } of uploads) {
      // The package names the original by its hash, so it has to be whole, although only its plates go into it.
      if (!(await this.files.isWhole(sha256))) return handOverRefusals.scanDamaged(name)
      const lent = await this.files.lend(plates!).catch((error: unknown) => refusalFor(error, name))
      if (isRefusal(lent)) return lent
      scans[id] = lent
    }
    return scans
  }
}
