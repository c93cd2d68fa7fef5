import type { Deficiency, Redrawn, ScanType } from '../casework/case-file.js'
import type { FeeDue, Finding, Outcome, Verdict } from '../precheck/precheck.js'
import type { Answer, Day, QuestionKind, WaySeen } from '../precheck/rule-set.js'
import type { DocumentState } from '../precheck/precheck.js'
import type { SealShown } from './seal/seal.js'

/**
 * Everything the package says, as plain data: the printed pages and the embedded `uebergabe.json` are both made from
 * it and from nothing else. The department reads it without our system, so texts stand in it as they were shown.
 * Published as docs/uebergabe.schema.json; a change that breaks a reader takes a new `format`.
 */
export interface PackageContents {
  readonly format: 'uebergabe/1'
  /** Opaque, also in the code on the cover. */
  readonly packageId: string
  /** ISO instant, UTC. */
  readonly madeAt: string
  readonly madeWith: string
  /** Made without a case to see what a package would look like; says so on every page. */
  readonly trial: boolean
  readonly caseFile: {
    readonly id: string
    readonly number: string
    readonly version: number
    readonly applicant: string | null
    /** Eingang; and the day on which the application was complete, or null. Different dates in law. */
    readonly receivedOn: Day
    readonly completeOn: Day | null
  }
  readonly service: { readonly id: string; readonly title: string; readonly leika: string | null }
  readonly ruleSet: { readonly id: string; readonly inForceFrom: Day; readonly sha256: string }
  /** The official form in it; `null` for a service without one. */
  readonly form: FormShown | null
  readonly authority: Named
  readonly department: Named
  readonly office: Office
  readonly handedOverBy: Named
  readonly verdict: {
    readonly outcome: Verdict
    readonly words: string
    readonly possible: readonly Outcome[]
    /** The day of the pre-check. */
    readonly on: Day
  }
  /** Why it is handed over although something speaks against it; null where nothing does. */
  readonly reason: string | null
  readonly findings: readonly Finding[]
  readonly questions: readonly QuestionShown[]
  readonly documents: readonly DocumentShown[]
  readonly fees: readonly FeeDue[]
  /** Euros; null if an amount has to be looked up. */
  readonly fee: number | null
  readonly enclosures: readonly Enclosure[]
  readonly malwareCheck: MalwareCheck
  /** Who seals the file that this stands in. */
  readonly seal: SealShown
  /** What the department disputed when it returned the case before. */
  readonly deficiencies: readonly (Deficiency & { readonly label: string })[]
}

interface FormShown {
  readonly title: string
  /** `picture`: pictures of its pages, because the pages themselves could not stand in an archive. */
  readonly takenAs: 'pages' | 'picture'
}

/**
 * Whether a malware scanner found all enclosures clean, or not all were looked at because none was set up; nobody may
 * take the one for the other.
 */
export type MalwareCheck = 'clean' | 'notSetUp' | 'noEnclosures'

export interface Named {
  readonly id: string
  readonly name: string
}

export interface Office extends Named {
  readonly address: string
}

export interface QuestionShown {
  readonly id: string
  readonly group: string | null
  readonly text: string
  readonly source: string
  readonly kind: QuestionKind
  /** `form`: only fills the official form. */
  readonly use: 'precheck' | 'form'
  /** An answer that another answer excludes is kept and does not count. */
  readonly counts: boolean
  /** Asked, not answered, and still able to change the result (or needed by the form). */
  readonly open: boolean
  readonly answer: GivenAnswer | null
}

export interface GivenAnswer {
  readonly value: Answer
  /** As a clerk writes it. */
  readonly words: string
  readonly by: Named
  readonly at: string
}

export interface DocumentShown {
  readonly id: string
  readonly name: string
  readonly source: string
  readonly state: DocumentState
  /** Why it counts as missing although something of it is there or was said about it. */
  readonly lacks: string | null
  readonly seen: Seen | null
}

export interface Seen {
  readonly way: WaySeen
  readonly words: string
  readonly issuedOn: Day | null
  /** Why it is not needed, in the clerk's words. */
  readonly reason: string | null
  readonly by: Named
  readonly at: string
}

export interface Enclosure {
  readonly id: string
  readonly document: string
  readonly documentName: string
  readonly name: string
  readonly mediaType: ScanType
  readonly pages: number
  readonly bytes: number
  readonly sha256: string
  /** Pages that stand in the package as images made anew; the original stays where it was taken in. */
  readonly redrawn: readonly (Redrawn & { readonly words: string })[]
  /** When it was found free of malware; null if nobody looked. */
  readonly malwareCheckedAt: string | null
}
