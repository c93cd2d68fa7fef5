import type { Day, FindingKind } from './rule-set.js'

/** What a pre-check can end with, from the strongest. */
export type Outcome = 'wrongAuthority' | 'notEligible' | 'needsReview' | 'missingDocuments' | 'complete'
export type Verdict = 'open' | Outcome

export interface Finding {
  readonly rule: string
  readonly finding: FindingKind
  readonly say: string
  readonly source: string
}

/**
 * How a needed document stands:
 * `present` counts; `fetched` the authority gets it; `waived` the clerk says why it is not needed;
 * `missing` with the reason; `unclear` whether it is needed is still open;
 * `moot` the application cannot succeed, so nobody is sent home for it.
 */
export type DocumentState = 'present' | 'fetched' | 'waived' | 'missing' | 'unclear' | 'moot'

export interface DocumentStanding {
  readonly id: string
  readonly name: string
  readonly state: DocumentState
  readonly reason?: string
  readonly source: string
}

export interface FeeDue {
  readonly id: string
  readonly name?: string
  readonly amount: number | null
  readonly source: string
}

export interface NextQuestion {
  readonly question: string
  readonly because: string
}

/** The result of a pre-check (Vorprüfergebnis); `lotse precheck --json` prints it without the day. */
export interface Precheck {
  readonly service: string
  readonly ruleSet: string
  readonly on: Day
  readonly verdict: Verdict
  /** What the verdict can still become; one member: it is fixed. */
  readonly possible: readonly Outcome[]
  readonly findings: readonly Finding[]
  readonly documents: readonly DocumentStanding[]
  readonly fees: readonly FeeDue[]
  /** Sum of the fees that are surely due, in euros; `null` if an amount has to be looked up. */
  readonly fee: number | null
  readonly next: NextQuestion | null
  /** Every unanswered question that can still change verdict, documents or fee, in the order of asking. */
  readonly relevant: readonly string[]
  readonly derived: Readonly<Record<string, unknown>>
}
