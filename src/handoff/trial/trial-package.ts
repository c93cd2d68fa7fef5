import type { CaseFile, Upload } from '../../casework/case-file.js'
import { canonicalJson, type Json } from '../../platform/canonical-json.js'
import { isRefusal, type Refusal } from '../../platform/refusal.js'
import { uuidOf } from '../../platform/uuid.js'
import type { TypedCase } from '../../rulebook/typed-case.js'
import { draftPackage, type DraftSource } from '../draft-package.js'
import type { PreparedPackage } from '../prepare-package.js'
import { thisProgram } from '../this-program.js'
import type { TrialScan } from './read-scans.js'
import { momentOf, trialCase, trialNames } from './trial-case.js'

/** What a trial is made from. The same source gives the same document, up to the seal. */
interface TrialSource extends Pick<DraftSource, 'all' | 'form' | 'templatesDir' | 'seal' | 'tell'> {
  readonly typed: TypedCase
  readonly scans: readonly TrialScan[]
}

/** The package that a hand-over of this case would make, without case, counter and database. */
export async function trialPackage(source: TrialSource): Promise<PreparedPackage | Refusal> {
  const { typed, scans } = source
  const { ruleSet, input } = typed
  const caseFile = trialCase(typed, scans)
  const draft = await draftPackage({
    ...source,
    packageId: packageIdOf(source),
    trial: true,
    caseFile,
    ruleSet,
    today: input.today,
    reason: 'Probe',
    authority: trialNames.authority,
    department: trialNames.department,
    office: trialNames.office,
    handedOverBy: trialNames.clerk,
    uploads: (isAlong) => Promise.resolve(uploadsOf(scans, caseFile).filter(isAlong)),
    now: () => momentOf(input.today),
  })
  if (isRefusal(draft)) return draft
  const files = scans.map(({ plates }, index) => [scanId(index), plates] as const)
  return { contents: draft.contents, form: draft.form, scans: Object.fromEntries(files) }
}

const scanId = (index: number): string => `scan-${index + 1}`

/** The scans as they would belong to a case. Their plates come from a folder and not out of the store. */
const uploadsOf = (scans: readonly TrialScan[], { id, openedBy, openedAt }: CaseFile): Upload[] =>
  scans.map((scan, index) => ({
    ...scan,
    plates: null,
    id: scanId(index),
    caseFileId: id,
    malwareCheckedAt: null,
    addedBy: openedBy,
    addedAt: openedAt,
  }))

/** Made of what the package says, because a trial that is made again is the same. */
function packageIdOf({ typed: { ruleSet, input }, scans }: TrialSource): string {
  const said = {
    program: thisProgram,
    ruleSet: ruleSet.hash,
    input,
    scans: scans.map(({ document, sha256 }) => [document, sha256]),
  }
  return uuidOf(canonicalJson(said as unknown as Json))
}
