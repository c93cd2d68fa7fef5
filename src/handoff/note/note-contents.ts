import type { Outcome, Verdict } from '../../precheck/precheck.js'
import type { Office } from '../package-contents.js'
import type { Point } from '../to-decide.js'

/** What the note says that the citizen takes home (Laufzettel). */
export interface NoteContents {
  /** ISO instant, UTC. */
  readonly madeAt: string
  readonly caseNumber: string
  readonly applicant: string | null
  readonly service: string
  readonly authority: string
  readonly office: Office
  readonly verdict: Verdict
  readonly possible: readonly Outcome[]
  readonly bring: readonly ToBring[]
  /** What was already there, by name. */
  readonly seen: readonly string[]
  /** What the authority gets itself. */
  readonly fetched: readonly string[]
  /** What the citizen still has to find out. */
  readonly clarify: readonly string[]
  /** What speaks against the application, with its source. */
  readonly against: readonly Point[]
  readonly hints: readonly Point[]
  /** Euros; null if the amount has to be looked up. */
  readonly fee: number | null
  /** Opens the case again, for a signed-in clerk alone; names no person. */
  readonly link: string
}

export interface ToBring {
  readonly name: string
  readonly why: string | null
  /** "Original oder Kopie" */
  readonly forms: string
  /** "höchstens 3 Monate alt", or null. */
  readonly age: string | null
  readonly whereToGet: string | null
  readonly source: string
  /** Why what was shown does not do. */
  readonly lacks: string | null
}
