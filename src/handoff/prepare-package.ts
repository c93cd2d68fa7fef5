import { Inject, Injectable, Logger } from '@nestjs/common'
import type { CaseFile, Upload } from '../casework/case-file.js'
import { Desk } from '../casework/desk.js'
import { inputOf, precheckCase } from '../casework/pre-check.js'
import { reasonToGoOn } from '../casework/reason-to-go-on.js'
import { UploadStore } from '../casework/upload.store.js'
import type { Actor } from '../cooperation/actor.js'
import { OfficeDirectory } from '../cooperation/office-directory.store.js'
import { Clock } from '../platform/clock.js'
import { CONFIG } from '../platform/config.token.js'
import { FileStore } from '../platform/file-store.js'
import { Ids } from '../platform/ids.js'
import type { LentFile } from '../platform/lent-file.js'
import { isRefusal, type Refusal } from '../platform/refusal.js'
import type { Day } from '../precheck/rule-set.js'
import { disagreements } from '../precheck/second-opinion.js'
import { problemLine, type FileProblem } from '../rulebook/file-problem.js'
import type { LoadedRuleSet } from '../rulebook/rule-files.js'
import { Rulebook } from '../rulebook/rulebook.js'
import type { Config } from '../config.js'
import type { PackageTask } from './child/tasks.js'
import { describePackage } from './describe-package.js'
import type { ServiceForm } from './form/check-forms.js'
import { formOf } from './form/form-of.js'
import { FormsInUse } from './forms-in-use.js'
import { handOverRefusals, refusalFor } from './hand-over-refusals.js'
import { limits } from './limits.js'
import { MissingPlates } from './missing-plates.js'
import { namesOf } from './names.js'
import type { PackageContents } from './package-contents.js'
import { program } from './program.js'
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

  /** @param reason as typed; needed where the case is not complete (§ 24 Abs. 3 VwVfG: handing over is always possible) */
  async prepare(actor: Actor, caseFile: CaseFile, reason: string): Promise<PreparedPackage | Refusal> {
    const ruleSet = this.desk.ruleSetOf(caseFile)
    const today = this.clock.today()
    const why = reasonToGoOn(ruleSet.compiled, caseFile, today, reason)
    if (isRefusal(why)) return why
    if (!(await this.opinionsAgree(ruleSet, caseFile, today))) return handOverRefusals.disagreement()
    const form = await this.forms.of(caseFile.service)
    if (form.problems.length > 0) return this.formDoesNotFit(form.problems)
    const uploads = await this.missingPlates.make(await this.uploads.of(caseFile.id))
    if (isRefusal(uploads)) return uploads
    const contents = await this.describe(actor, caseFile, uploads, ruleSet, today, why, form)
    if (new Date(contents.madeAt) > this.seal.validUntil) return handOverRefusals.sealExpired()
    if (pagesOf(contents) > limits.packagePages) return handOverRefusals.tooLong()
    const all = this.rulebook.of(caseFile.service)
    const read = formOf(this.config.templatesDir, ruleSet, all, caseFile, contents)
    if ('problems' in read) return this.formDoesNotFit(read.problems)
    const scans = await this.lend(uploads)
    return isRefusal(scans) ? scans : { contents, form: read.form, scans }
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

  private formDoesNotFit(problems: readonly FileProblem[]): Refusal {
    this.log.error(problems.map(problemLine).join('\n'))
    return handOverRefusals.formDoesNotFit()
  }

  /** json-rules-engine evaluates the rule set a second time; a package must not rest on one of two opinions. */
  private async opinionsAgree(
    { id, compiled }: LoadedRuleSet,
    caseFile: CaseFile,
    today: Day,
  ): Promise<boolean> {
    const differing = await disagreements(compiled, inputOf(caseFile, today).answers, today)
    if (differing.length === 0) return true
    this.log.error(
      `${id}: the two evaluations differ for case file ${caseFile.id}: ${JSON.stringify(differing)}`,
    )
    return false
  }

  private async describe(
    actor: Actor,
    caseFile: CaseFile,
    uploads: readonly Upload[],
    ruleSet: LoadedRuleSet,
    today: Day,
    reason: string | null,
    { takenAs }: ServiceForm,
  ): Promise<PackageContents> {
    const { form, title } = ruleSet.compiled.ruleSet
    return describePackage({
      packageId: this.ids.newId(),
      madeAt: this.clock.now().toISOString(),
      madeWith: program,
      trial: false,
      caseFile,
      uploads,
      compiled: ruleSet.compiled,
      ruleSetSha256: ruleSet.hash,
      form: form === undefined ? null : { title, takenAs },
      precheck: precheckCase(ruleSet.compiled, caseFile, today),
      ...(await namesOf(this.directory, caseFile)),
      handedOverBy: { id: actor.staffId, name: actor.name },
      reason,
      seal: this.seal.shown,
    })
  }
}

const pagesOf = ({ enclosures }: PackageContents): number =>
  enclosures.reduce((sum, { pages }) => sum + pages, 0)
