import { standingsAlone } from '../precheck/question-standing.js'
import { asksIssueDay } from './evidence.js'
import type { CompiledRuleSet } from '../precheck/compile.js'
import type { Precheck } from '../precheck/precheck.js'
import type { Day, NeededDocument, Question } from '../precheck/rule-set.js'
import type { AnswerToCheck, CaseFile, Deficiency } from './case-file.js'
import { inputOf } from './pre-check.js'

/** What a department would ask back about if the case were handed over as it is. */
export interface OpenPoints {
  /** Questions that can still change the result. */
  readonly questions: readonly Question[]
  /** Required data of the official form that are not there. */
  readonly formData: readonly Question[]
  /** Documents with an age limit that were seen without their date of issue. */
  readonly undated: readonly NeededDocument[]
  /** Points of the last return that nobody has dealt with. */
  readonly deficiencies: readonly Deficiency[]
  /** Answers of the last move to another rule set that nobody has confirmed. */
  readonly toCheck: readonly AnswerToCheck[]
  /** Whether the verdict is anything but complete. */
  readonly againstAdvice: boolean
}

/** What is open at this moment; all empty and nothing against it: the case can go. */
export function openPoints(
  compiled: CompiledRuleSet,
  caseFile: CaseFile,
  precheck: Precheck,
  today: Day,
): OpenPoints {
  const relevant = new Set(precheck.relevant)
  const shown = new Set(precheck.documents.map(({ id }) => id))
  return {
    questions: compiled.ruleSet.questions.filter(({ id }) => relevant.has(id)),
    formData: missingFormData(compiled, caseFile, today),
    undated: compiled.ruleSet.documents.filter((document) => {
      const evidence = caseFile.evidence[document.id]
      return (
        shown.has(document.id) &&
        evidence !== undefined &&
        !evidence.issuedOn &&
        asksIssueDay(document, evidence.seen)
      )
    }),
    deficiencies: caseFile.deficiencies,
    toCheck: caseFile.toCheck,
    againstAdvice: precheck.verdict !== 'complete',
  }
}

const missingFormData = (compiled: CompiledRuleSet, caseFile: CaseFile, today: Day): Question[] =>
  standingsAlone(compiled, inputOf(caseFile, today))
    .filter(({ question, standing }) => standing === 'form' && question.required === true)
    .map(({ question }) => question)
    .filter(({ id }) => !Object.hasOwn(caseFile.answers, id))

/** Whether going on needs a reason, which then travels with the package (§ 24 Abs. 3 VwVfG: it is always possible). */
export const needsReason = (open: OpenPoints): boolean =>
  open.againstAdvice ||
  [open.questions, open.formData, open.undated, open.deficiencies, open.toCheck].some(
    ({ length }) => length > 0,
  )
