import type { Upload } from '../casework/case-file.js'
import { goesAlong } from '../casework/goes-along.js'
import { inputOf, precheckCase } from '../casework/pre-check.js'
import { reasonToGoOn } from '../casework/reason-to-go-on.js'
import { isRefusal, type Refusal } from '../platform/refusal.js'
import type { Precheck } from '../precheck/precheck.js'
import type { Day } from '../precheck/rule-set.js'
import { disagreements } from '../precheck/second-opinion.js'
import { problemLine, type FileProblem } from '../rulebook/file-problem.js'
import type { LoadedRuleSet } from '../rulebook/rule-files.js'
import { describePackage, type PackageSource } from './describe-package.js'
import type { RuleSetForm } from './form/check-forms.js'
import { formOf } from './form/form-of.js'
import type { FormTask } from './form/ready-form.js'
import { handOverRefusals } from './hand-over-refusals.js'
import { limits } from './limits.js'
import type { PackageContents } from './package-contents.js'
import { thisProgram } from './this-program.js'

type Given =
  'packageId' | 'trial' | 'caseFile' | 'authority' | 'department' | 'office' | 'handedOverBy' | 'seal'

/** A case and all that its package is made of, at the counter or on trial. */
export interface DraftSource extends Pick<PackageSource, Given> {
  readonly ruleSet: LoadedRuleSet
  /** Every rule set of the service. */
  readonly all: readonly LoadedRuleSet[]
  readonly form: Pick<RuleSetForm, 'problems' | 'takenAs'>
  readonly templatesDir: string
  readonly today: Day
  /** As typed; needed where the case is not complete (§ 24 Abs. 3 VwVfG: handing over is always possible). */
  readonly reason: string
  /** The scans that go along; asked when nothing else stands against the package: making plates may take long. */
  readonly uploads: (isAlong: ReturnType<typeof goesAlong>) => Promise<readonly Upload[] | Refusal>
  /** The moment at which everything is there. */
  readonly now: () => string
  /** Hears what a refusal leaves out, because only who runs the program can do something about it. */
  readonly tell: (detail: string) => void
}

interface PackageDraft {
  readonly contents: PackageContents
  /** `null` for a rule set without a form. */
  readonly form: FormTask | null
  readonly uploads: readonly Upload[]
}

/** What the package of a case says, and its filled form, after everything that can stop it. */
export async function draftPackage(source: DraftSource): Promise<PackageDraft | Refusal> {
  const { caseFile, ruleSet, today, form } = source
  const reason = reasonToGoOn(ruleSet.compiled, caseFile, today, source.reason)
  if (isRefusal(reason)) return reason
  if (!(await opinionsAgree(source))) return handOverRefusals.disagreement()
  if (form.problems.length > 0) return formDoesNotFit(form.problems, source)
  const precheck = precheckCase(ruleSet.compiled, caseFile, today)
  const uploads = await source.uploads(goesAlong(ruleSet.compiled.ruleSet, precheck))
  if (isRefusal(uploads)) return uploads
  const contents = contentsOf(source, uploads, precheck, reason)
  if (pagesOf(contents) > limits.packagePages) return handOverRefusals.tooLong()
  if (bytesOf(contents) > limits.scanBytes) return handOverRefusals.tooLarge()
  const read = formOf(source.templatesDir, ruleSet, source.all, caseFile, contents)
  if ('problems' in read) return formDoesNotFit(read.problems, source)
  return { contents, form: read.form, uploads }
}

/** json-rules-engine evaluates the rule set a second time; a package must not rest on one of two opinions. */
async function opinionsAgree({ ruleSet, caseFile, today, tell }: DraftSource): Promise<boolean> {
  const differing = await disagreements(ruleSet.compiled, inputOf(caseFile, today).answers, today)
  if (differing.length === 0) return true
  tell(`${ruleSet.id}: the two evaluations differ for case file ${caseFile.id}: ${JSON.stringify(differing)}`)
  return false
}

function formDoesNotFit(problems: readonly FileProblem[], { tell }: DraftSource): Refusal {
  tell(problems.map(problemLine).join('\n'))
  return handOverRefusals.formDoesNotFit()
}

function contentsOf(
  source: DraftSource,
  uploads: readonly Upload[],
  precheck: Precheck,
  reason: string | null,
): PackageContents {
  const { compiled, hash } = source.ruleSet
  const { form, title } = compiled.ruleSet
  return describePackage({
    ...source,
    madeAt: source.now(),
    madeWith: thisProgram,
    uploads,
    compiled,
    ruleSetSha256: hash,
    form: form === undefined ? null : { title, takenAs: source.form.takenAs },
    precheck,
    reason,
  })
}

const pagesOf = ({ enclosures }: PackageContents): number =>
  enclosures.reduce((sum, { pages }) => sum + pages, 0)

const bytesOf = ({ enclosures }: PackageContents): number =>
  enclosures.reduce((sum, { bytes }) => sum + bytes, 0)
