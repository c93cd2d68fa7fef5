import type { CaseFile, Upload } from '../../casework/case-file.js'
import { precheckCase } from '../../casework/pre-check.js'
import { reasonToGoOn } from '../../casework/reason-to-go-on.js'
import { canonicalJson, type Json } from '../../platform/canonical-json.js'
import { isRefusal, refusal, type Refusal } from '../../platform/refusal.js'
import { uuidOf } from '../../platform/uuid.js'
import { disagreements } from '../../precheck/second-opinion.js'
import { problemLine } from '../../rulebook/file-problem.js'
import type { LoadedRuleSet } from '../../rulebook/rule-files.js'
import type { TypedCase } from '../../rulebook/typed-case.js'
import { describePackage } from '../describe-package.js'
import { formOf } from '../form/form-of.js'
import type { TakenAs } from '../form/survey-form.js'
import { handOverRefusals } from '../hand-over-refusals.js'
import { limits } from '../limits.js'
import type { PreparedPackage } from '../prepare-package.js'
import { program } from '../program.js'
import type { SealShown } from '../seal/seal.js'
import type { TrialScan } from './read-scans.js'
import { momentOf, trialCase, trialNames } from './trial-case.js'

/** What a trial is made from. The same source gives the same document, up to the seal. */
export interface TrialSource {
  readonly typed: TypedCase
  /** Every rule set of the service. */
  readonly all: readonly LoadedRuleSet[]
  readonly scans: readonly TrialScan[]
  readonly templatesDir: string
  /** How the form of the service goes into a package. */
  readonly takenAs: TakenAs
  readonly seal: SealShown
}

/** The package that a hand-over of this case would make, without case, counter and database. */
export async function trialPackage(source: TrialSource): Promise<PreparedPackage | Refusal> {
  const { typed, all, scans, templatesDir, takenAs, seal } = source
  const { ruleSet, input } = typed
  const { compiled } = ruleSet
  if ((await disagreements(compiled, input.answers, input.today)).length > 0)
    return refusal(
      'secondOpinionDiffers',
      'Die beiden Auswertungen des Regelwerks kommen zu verschiedenen Ergebnissen.',
    )
  if (scans.reduce((sum, { pages }) => sum + pages, 0) > limits.packagePages)
    return handOverRefusals.tooLong()
  const caseFile = trialCase(typed, scans)
  const reason = reasonToGoOn(compiled, caseFile, input.today, 'Probe')
  if (isRefusal(reason)) return reason
  const uploads = uploadsOf(scans, caseFile)
  const contents = describePackage({
    packageId: packageIdOf(source),
    madeAt: momentOf(input.today),
    madeWith: program,
    trial: true,
    caseFile,
    uploads,
    compiled,
    ruleSetSha256: ruleSet.hash,
    form: compiled.ruleSet.form === undefined ? null : { title: compiled.ruleSet.title, takenAs },
    precheck: precheckCase(compiled, caseFile, input.today),
    authority: trialNames.authority,
    department: trialNames.department,
    office: trialNames.office,
    handedOverBy: trialNames.clerk,
    reason,
    seal,
  })
  const read = formOf(templatesDir, ruleSet, all, caseFile, contents)
  if ('problems' in read) return refusal('formDoesNotFit', read.problems.map(problemLine).join('\n'))
  const files = uploads.map(({ id }, index) => [id, scans[index]!.plates] as const)
  return { contents, form: read.form, scans: Object.fromEntries(files) }
}

/** The scans as they would belong to a case. Their plates come from a folder and not out of the store. */
const uploadsOf = (scans: readonly TrialScan[], { id, openedBy, openedAt }: CaseFile): Upload[] =>
  scans.map((scan, index) => ({
    ...scan,
    plates: null,
    id: `scan-${index + 1}`,
    caseFileId: id,
    malwareCheckedAt: null,
    addedBy: openedBy,
    addedAt: openedAt,
  }))

/** Made of what the package says, because a trial that is made again is the same. */
function packageIdOf({ typed: { ruleSet, input }, scans }: TrialSource): string {
  const said = {
    program,
    ruleSet: ruleSet.hash,
    input,
    scans: scans.map(({ document, sha256 }) => [document, sha256]),
  }
  return uuidOf(canonicalJson(said as unknown as Json))
}
