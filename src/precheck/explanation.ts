import type { DocumentState, Outcome, Verdict } from './precheck.js'
import type { Reason } from './reason.js'
import type { Day, DocumentForm, Evidence, FindingKind } from './rule-set.js'

/** Why a pre-check comes out as it does: for every rule, document, fee and question the answers that decide it. */
export interface Explanation {
  readonly service: string
  readonly title: string
  readonly ruleSet: string
  readonly on: Day
  readonly verdict: Verdict
  readonly possible: readonly Outcome[]
  /** Ids of the findings or missing documents that make the verdict; empty where nothing stands in the way. */
  readonly verdictFrom: readonly string[]
  /** All rules in the order of the file. */
  readonly rules: readonly ExplainedRule[]
  readonly documents: readonly ExplainedDocument[]
  readonly fees: readonly ExplainedFee[]
  readonly fee: number | null
  /** Questions that are still to be asked, in the order of asking. */
  readonly toAsk: readonly { readonly question: string; readonly text: string }[]
  /** Questions that could decide something and did not have to be asked. */
  readonly notAsked: readonly UnaskedQuestion[]
}

export type Held = 'yes' | 'no' | 'open'

export interface Explained {
  readonly source: string
  readonly holds: Held
  /** Empty where something holds without a condition. */
  readonly because: readonly Reason[]
}

export interface ExplainedRule extends Explained {
  readonly rule: string
  readonly finding: FindingKind
  readonly say: string
}

/** `holds`: whether it is needed. */
export interface ExplainedDocument extends Explained {
  readonly id: string
  readonly name: string
  readonly evidence: Evidence | null
  /** `null` if it is not needed. */
  readonly state: DocumentState | null
  /** Why it does not count, if so. */
  readonly reason: string | null
  readonly demands: {
    readonly forms: readonly DocumentForm[]
    /** "höchstens 3 Monate alt", or an empty text. */
    readonly age: string
    readonly issuedFrom: Day | null
  }
}

/** `holds`: whether it is due. */
export interface ExplainedFee extends Explained {
  readonly id: string
  readonly name: string | null
  readonly amount: number | null
}

export interface UnaskedQuestion {
  readonly question: string
  readonly text: string
  readonly source: string
  /** `notApplicable`: the answers exclude it; `settled`: nothing depends on it any more. */
  readonly why: 'notApplicable' | 'settled'
  readonly because: readonly Reason[]
}
