import type { Precheck } from '../../precheck/precheck.js'
import type { TurningPoint } from '../../precheck/turning-point.js'
import type { CaseFile, ListedUpload } from '../case-file.js'
import { stands, type Checklist } from '../checklist.js'
import { stepsFrom, type Step } from '../life-cycle.js'
import { openPoints } from '../open-points.js'
import { moveOverView, type MoveOverView } from './move-over-view.js'

/** A case as programs get it: the file, its scans, how it stands, and what can be done with it now. */
export interface CaseFileView {
  readonly caseFile: CaseFile
  readonly uploads: readonly ListedUpload[]
  /** Scans of documents that are not asked for any more: they stay out of the package. */
  readonly asideUploads: readonly ListedUpload[]
  /** Taken off the case; they can be brought back for a day. */
  readonly removedUploads: readonly ListedUpload[]
  readonly precheck: Precheck
  /** For a verdict against the application: which answers it hangs on. */
  readonly turningPoint: TurningPoint | null
  readonly questions: readonly { readonly id: string; readonly standing: string; readonly because?: string }[]
  /** What the department would ask back about; with any of them, or against the advice, going on takes a reason. */
  readonly open: {
    readonly questions: readonly string[]
    readonly formData: readonly string[]
    readonly undated: readonly string[]
    readonly deficiencies: CaseFile['deficiencies']
    readonly toCheck: CaseFile['toCheck']
    readonly againstAdvice: boolean
  }
  readonly steps: readonly Step[]
  readonly moveOver: MoveOverView | null
}

export function caseFileView(checklist: Checklist): CaseFileView {
  const { caseFile, ruleSet, precheck, turningPoint, today, groups, formData, aside, documents } = checklist
  const { asideListed, moveOver } = checklist
  const listed = documents.flatMap(({ listedUploads }) => listedUploads)
  const open = openPoints(ruleSet.compiled, caseFile, precheck, today)
  const shown = [...groups.flatMap(({ questions }) => questions), ...formData].map(({ standing }) => standing)
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id)
  return {
    caseFile,
    uploads: listed.filter(stands),
    asideUploads: asideListed.filter(stands),
    removedUploads: [...listed, ...asideListed].filter((upload) => !stands(upload)),
    precheck,
    turningPoint,
    questions: [...shown, ...aside].map(({ question, standing, because }) => ({
      id: question.id,
      standing,
      ...(because === undefined ? {} : { because }),
    })),
    open: {
      ...open,
      questions: ids(open.questions),
      formData: ids(open.formData),
      undated: ids(open.undated),
    },
    steps: stepsFrom(caseFile.state),
    moveOver: moveOver && moveOverView(moveOver),
  }
}
