/**
 * A rule set (Regelwerk) as its JSON file says it: all questions, documents and rules of one service
 * from one day on. Plain data; `rulebook/` reads and checks the files.
 */

/** A calendar day as ISO 8601 text, `2026-11-23`. Sorts and compares as text. */
export type Day = string

export type QuestionKind =
  | 'yesNo'
  | 'choice'
  | 'choices'
  | 'integer'
  | 'euro'
  | 'date'
  | 'text'
  | 'personName'
  | 'address'
  | 'country'
  | 'plate'
  | 'iban'
  | 'persons'

export type OperatorName =
  | 'equal'
  | 'notEqual'
  | 'in'
  | 'notIn'
  | 'lessThan'
  | 'lessThanInclusive'
  | 'greaterThan'
  | 'greaterThanInclusive'
  | 'contains'
  | 'doesNotContain'
  | 'isUnknown'

export type Constant = string | number | boolean | readonly (string | number)[]

/** One comparison of one fact with constants: the only place where a condition touches an answer. */
export interface Leaf {
  readonly fact: string
  readonly operator: OperatorName
  readonly value: Constant
}

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Leaf

export interface Choice {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

/** What every part of a rule set carries: where it stands in law, and whether and when someone confirmed it. */
export interface Sourced {
  readonly source: string
  /** `false`: written from memory, shown to the author as unconfirmed. */
  readonly confirmed?: false
  /** When this part was last compared with its source; without it, when the rule set was. */
  readonly checkedOn?: Day
}

export interface Question extends Sourced {
  readonly id: string
  readonly text: string
  readonly kind: QuestionKind
  readonly why?: string
  readonly hint?: string
  readonly group?: string
  readonly options?: readonly Choice[]
  readonly askWhen?: Condition
  /** "weiß nicht" is an answer of its own, given as `"unknown"`. */
  readonly mayBeUnknown?: boolean
  /** Bounds of `integer` (pieces), `euro` (euros), `persons` (how many) or `text` (characters). */
  readonly min?: number
  readonly max?: number
  /** Only for the official form: decides nothing, is never asked by the pre-check. */
  readonly for?: 'form'
  /** Decides, and stands in the official form too: asked for the form where it no longer decides. */
  readonly inForm?: true
  /** A form question without whose answer the department would have to ask back. */
  readonly required?: boolean
  /** What the clerk sees or looks up: nobody asks the citizen, and it does not stand on the note. */
  readonly answeredBy?: 'clerk'
  readonly example?: Answer
}

export interface DerivedFact {
  readonly fact: string
  readonly function: string
  /** Facts or questions, in the order of the function's parameters; `today` is the day of the pre-check. */
  readonly of: readonly string[]
  /** Constants of the function, for example `{ "weeks": 2 }`. */
  readonly with?: Readonly<Record<string, number>>
  /** What the author calls it in reasons. */
  readonly name?: string
}

export type DocumentForm = 'original' | 'copy' | 'electronic' | 'spoken'

export interface NeededDocument extends Sourced {
  readonly id: string
  readonly name: string
  /** The forms in which it counts. */
  readonly forms: readonly DocumentForm[]
  /** How old it may be on the day of the pre-check; `null`: no limit. */
  readonly maxAge: { readonly days: number } | { readonly months: number } | null
  readonly neededWhen?: Condition
  readonly why?: string
  readonly whereToGet?: string
  /** Must not be copied (§ 20 PAuswG): shown, noted, never scanned. */
  readonly noCopy?: boolean
  /** The authority may fetch it itself if the applicant chooses so (§ 5 EGovG). */
  readonly mayFetch?: boolean
}

/** From the strongest to the one that decides nothing. */
export const findingKinds = ['wrongAuthority', 'notEligible', 'needsReview', 'notice'] as const
export type FindingKind = (typeof findingKinds)[number]

export interface Rule extends Sourced {
  readonly id: string
  readonly finding: FindingKind
  readonly when: Condition
  /** What the clerk tells the citizen; `{fact}` is replaced by the fact's value. */
  readonly say: string
}

export interface Fee extends Sourced {
  readonly id: string
  readonly name?: string
  /** Euros; `null`: due, but the amount is to be looked up at the place. */
  readonly amount: number | null
  readonly when?: Condition
}

export interface QuestionGroup {
  readonly id: string
  readonly title: string
}

export interface RuleSet {
  readonly service: string
  readonly title: string
  readonly leika?: string
  readonly inForceFrom: Day
  /** When the rule set was last compared with its sources; without it, counted from `inForceFrom`. */
  readonly checkedOn?: Day
  /** The day that picks the rule set: `today`, or the id of a `date` question. */
  readonly decidingDay: string
  readonly decidedBy: 'gemeinde' | 'landkreis' | 'land'
  readonly department: string
  readonly finishedAtCounter: boolean
  readonly groups?: readonly QuestionGroup[]
  readonly questions: readonly Question[]
  readonly derived?: readonly DerivedFact[]
  readonly documents: readonly NeededDocument[]
  readonly rules: readonly Rule[]
  readonly fees: readonly Fee[]
  readonly form?: { readonly template: string; readonly fields?: Readonly<Record<string, unknown>> }
}

export interface Address {
  readonly street: string
  readonly houseNumber?: string
  readonly addition?: string
  readonly postcode: string
  readonly city: string
}

export interface Person {
  readonly familyName?: string
  readonly givenNames?: string
  readonly birthDate?: Day
}

/** The answer "weiß nicht": given, and different from not asked. */
export const notKnown = 'unknown'

export type Answer = boolean | number | string | readonly string[] | Address | readonly Person[]
/** By question id; a question that is not in it was not answered. */
export type Answers = Readonly<Record<string, Answer>>

export const waysSeen = [
  'originalSeen',
  'copyTaken',
  'willBeBrought',
  'authorityFetches',
  'notNeeded',
] as const
/** How a document was seen at the counter (Nachweis). */
export type WaySeen = (typeof waysSeen)[number]

export interface Evidence {
  readonly seen: WaySeen
  readonly issuedOn?: Day
}
/** By document id; a document that is not in it is not there. */
export type EvidenceList = Readonly<Record<string, Evidence>>
