import type { Answer, Day, Evidence } from '../precheck/rule-set.js'
import type { State } from './life-cycle.js'

/** Who did something and when; names are kept as they were then. */
export interface Recorded {
  readonly by: string
  readonly byName: string
  /** ISO instant, UTC. */
  readonly at: string
  /** The version of the case file in which this field last changed: a stale page is noticed by it. */
  readonly revision: number
}

export interface RecordedAnswer extends Recorded {
  readonly value: Answer
}

export interface RecordedEvidence extends Recorded, Evidence {
  /** Why a document is not needed, in the clerk's words. */
  readonly reason?: string
}

/** What a department can dispute. */
export const pointKinds = ['question', 'document', 'rule'] as const
export type PointKind = (typeof pointKinds)[number]

/** A point that the department disputed: a question, a document or a rule, with its text (Mangel). */
export interface Deficiency {
  readonly about: { readonly kind: PointKind; readonly id: string }
  readonly text: string
}

/** An answer whose question changed when the case moved to another rule set: it counts, and the clerk confirms it. */
export interface AnswerToCheck {
  readonly question: string
  /** What changed, and by which law. */
  readonly text: string
}

/** An answer that lost its question when the case moved to another rule set: kept as it was read, it counts no more. */
export interface FormerAnswer extends RecordedAnswer {
  readonly question: string
  /** The question as it was asked. */
  readonly text: string
  readonly words: string
  readonly ruleSet: string
}

/** One citizen's application at the counter (Vorgang). */
export interface CaseFile {
  readonly id: string
  /** Readable number, unique in the installation: `2026-000123`. */
  readonly number: string
  /** Who decides. */
  readonly authorityId: string
  readonly officeId: string
  readonly departmentId: string
  readonly service: string
  /** `service@first-day-in-force`; a case keeps its rule set until a clerk moves it over. */
  readonly ruleSet: string
  readonly state: State
  /** How the office finds the case: the citizen's name, or null while unknown. */
  readonly applicant: string | null
  /** Day of receipt (Eingang) and day of completeness are kept apart (§§ 42a, 71b VwVfG). */
  readonly receivedOn: Day
  readonly completeOn: Day | null
  readonly answers: Readonly<Record<string, RecordedAnswer>>
  readonly evidence: Readonly<Record<string, RecordedEvidence>>
  /** Open points of the last return; empty otherwise. A point goes once the office has dealt with it. */
  readonly deficiencies: readonly Deficiency[]
  /** Open points of the last move to another rule set. */
  readonly toCheck: readonly AnswerToCheck[]
  readonly formerAnswers: readonly FormerAnswer[]
  /** Why the office ended it as it did: finished against the advice, or withdrawn. `null` without a reason. */
  readonly closingReason: string | null
  readonly openedBy: string
  readonly openedAt: string
  readonly changedAt: string
  readonly version: number
}

/** A case file as it is opened: nobody is named, nothing is answered. */
export const newCaseFile = (
  beginning: Pick<
    CaseFile,
    | 'id'
    | 'number'
    | 'authorityId'
    | 'officeId'
    | 'departmentId'
    | 'service'
    | 'ruleSet'
    | 'receivedOn'
    | 'openedBy'
    | 'openedAt'
  >,
): CaseFile => ({
  ...beginning,
  state: 'inProgress',
  applicant: null,
  completeOn: null,
  answers: {},
  evidence: {},
  deficiencies: [],
  toCheck: [],
  formerAnswers: [],
  closingReason: null,
  changedAt: beginning.openedAt,
  version: 1,
})

/**
 * Why pages of a scan go into a package as images made anew: they are more than a scanned image, their image is of a
 * kind that does not keep, or it had to be turned upright, converted or made smaller.
 */
export const whysRedrawn = ['content', 'format', 'converted'] as const
export type WhyRedrawn = (typeof whysRedrawn)[number]

/** Pages of a scan that a package shows as images made anew; counted from 1. */
export interface Redrawn {
  readonly why: WhyRedrawn
  readonly from: number
  readonly to: number
}

export type ScanType = 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/tiff'

/** A file that belongs to a needed document: the bytes lie in the file store under their hash. */
export interface Upload {
  readonly id: string
  readonly caseFileId: string
  readonly document: string
  /** The name as the clerk sees it, cleaned. */
  readonly name: string
  readonly mediaType: ScanType
  readonly bytes: number
  readonly pages: number
  readonly sha256: string
  /** The file its pages go into a package with; `null` while it is still to be made. */
  readonly plates: string | null
  readonly redrawn: readonly Redrawn[]
  /** When it was found free of malware; `null` while nobody looked, because no scanner was set up. */
  readonly malwareCheckedAt: string | null
  readonly addedBy: string
  readonly addedAt: string
}

/** A scan of a case, or one that was taken off it and can still be brought back. */
export interface ListedUpload extends Upload {
  /** When it was taken off; it counts nowhere from then on. */
  readonly removedAt: string | null
}
