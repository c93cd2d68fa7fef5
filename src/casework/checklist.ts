import { oldestIssueDay } from '../precheck/document-standing.js'
import { narrow } from '../precheck/diagram/narrow.js'
import { mostLeft, type Weigh } from '../precheck/diagram/questions-left.js'
import type { DocumentStanding, Precheck } from '../precheck/precheck.js'
import { ruleChange, type RuleChange } from '../precheck/rule-change.js'
import { turningPoint, type TurningPoint } from '../precheck/turning-point.js'
import { questionStandings, type StandingQuestion } from '../precheck/question-standing.js'
import type { Day, NeededDocument, RuleSet } from '../precheck/rule-set.js'
import { questionGroups } from '../rulebook/question-groups.js'
import type { LoadedRuleSet } from '../rulebook/rule-files.js'
import type { AnswerToCheck, CaseFile, Deficiency, ListedUpload } from './case-file.js'
import { pointAbout, toCheckAbout } from './deficiencies.js'
import { goesAlong } from './goes-along.js'
import { answersOf } from './known.js'
import { isAtTheOffice } from './life-cycle.js'
import { precheckCase, inputOf } from './pre-check.js'

/** A question on the checklist: open with its controls, or one line with its answer. */
export interface ShownQuestion {
  readonly standing: StandingQuestion
  readonly disputed: Deficiency | undefined
  readonly toCheck: AnswerToCheck | undefined
}

export interface ShownGroup {
  readonly id: string
  readonly title: string
  readonly questions: readonly ShownQuestion[]
}

export interface ShownDocument {
  readonly document: NeededDocument
  readonly standing: DocumentStanding
  /** Issued before this day it is too old; `null` without a limit. */
  readonly oldest: Day | null
  /** With those that were taken off and can be brought back; which count says `stands`. */
  readonly listedUploads: readonly ListedUpload[]
  readonly disputed: Deficiency | undefined
}

/** All that the checklist says about a case file at this moment. */
export interface Checklist {
  readonly caseFile: CaseFile
  readonly ruleSet: LoadedRuleSet
  readonly today: Day
  readonly precheck: Precheck
  /** The most questions that can still be asked. */
  readonly mostLeft: number
  /** What a verdict against the application hangs on; `null` for any other. */
  readonly turningPoint: TurningPoint | null
  readonly groups: readonly ShownGroup[]
  /** Data that only the official form needs. */
  readonly formData: readonly ShownQuestion[]
  /** What stopped mattering, with the reason; answers among them are kept and do not count. */
  readonly aside: readonly StandingQuestion[]
  readonly documents: readonly ShownDocument[]
  /** Scans that stay out of the package, listed as those of a document are. */
  readonly asideListed: readonly ListedUpload[]
  readonly moveOver: PossibleMove | null
}

/** Another rule set that the case would have if it were opened today, and what it means for this case. */
export interface PossibleMove {
  readonly to: LoadedRuleSet
  readonly change: RuleChange
}

/**
 * @param due the rule set that the case would have if it were opened today; `null` if it has that one
 * @param weigh what is best asked next, by how past cases were answered
 */
export function checklistOf(
  caseFile: CaseFile,
  ruleSet: LoadedRuleSet,
  due: LoadedRuleSet | null,
  listed: readonly ListedUpload[],
  today: Day,
  weigh?: Weigh,
): Checklist {
  const { compiled } = ruleSet
  const precheck = precheckCase(compiled, caseFile, today, weigh)
  const isAlong = goesAlong(compiled.ruleSet, precheck)
  const shownUploads = listed.filter((upload) => stands(upload) || isAtTheOffice(caseFile.state))
  const narrowed = narrow(compiled, answersOf(caseFile), today)
  const standings = questionStandings(compiled, inputOf(caseFile, today))
  const shown = (wanted: readonly StandingQuestion['standing'][]): ShownQuestion[] =>
    standings
      .filter(({ standing }) => wanted.includes(standing))
      .map((standing) => ({
        standing,
        disputed: pointAbout(caseFile, 'question', standing.question.id),
        toCheck: toCheckAbout(caseFile, standing.question.id),
      }))
  return {
    caseFile,
    ruleSet,
    today,
    precheck,
    mostLeft: mostLeft(narrowed),
    turningPoint: turningPoint(narrowed),
    groups: grouped(compiled.ruleSet, shown(['ask', 'answered'])),
    formData: shown(['form']).filter(
      ({ standing: { question } }) =>
        isAtTheOffice(caseFile.state) || caseFile.answers[question.id] !== undefined,
    ),
    aside: standings.filter(({ standing }) => standing === 'notApplicable' || standing === 'settled'),
    documents: shownDocuments(compiled.ruleSet, caseFile, precheck, shownUploads.filter(isAlong), today),
    asideListed: shownUploads.filter((upload) => !isAlong(upload)),
    moveOver: due && {
      to: due,
      change: ruleChange(compiled, due.compiled, inputOf(caseFile, today)),
    },
  }
}

/** Whether a scan is on its case, and was not taken off. */
export const stands = ({ removedAt }: ListedUpload): boolean => removedAt === null

function grouped(ruleSet: RuleSet, shown: readonly ShownQuestion[]): ShownGroup[] {
  const byId = new Map(shown.map((one) => [one.standing.question.id, one]))
  return questionGroups(ruleSet)
    .map((group) => ({ ...group, questions: group.questions.flatMap(({ id }) => byId.get(id) ?? []) }))
    .filter(({ questions }) => questions.length > 0)
}

function shownDocuments(
  { documents }: RuleSet,
  caseFile: CaseFile,
  precheck: Precheck,
  listed: readonly ListedUpload[],
  today: Day,
): ShownDocument[] {
  const isBrought = (id: string) =>
    caseFile.evidence[id] !== undefined || listed.some((upload) => upload.document === id)
  return precheck.documents
    .filter(({ state, id }) => state !== 'unclear' || isBrought(id))
    .map((standing) => {
      const document = documents.find(({ id }) => id === standing.id)!
      return {
        document,
        standing,
        oldest: oldestIssueDay(document, today),
        listedUploads: listed.filter((upload) => upload.document === document.id),
        disputed: pointAbout(caseFile, 'document', document.id),
      }
    })
}
