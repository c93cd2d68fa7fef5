import type { Day } from '../precheck/rule-set.js'
import type { FileProblem } from './file-problem.js'

/**
 * What an author should look at: `notInForce` a service has no rule set on the day; `begins` and `ends` within
 * 90 days; `future` begins later than that; `unchecked` not compared with its source for a year; `checkedLater` says
 * it was, on a day that is still to come.
 */
export type OutdatedKind = 'notInForce' | 'begins' | 'ends' | 'future' | 'unchecked' | 'checkedLater'

export interface Outdated extends FileProblem {
  readonly kind: OutdatedKind
  readonly service: string
  /** The first or last day in force, or the day of the last check. */
  readonly day: Day
}

/** What each kind is called above its list, in the order in which they are told. */
export const outdatedTitles: Record<OutdatedKind, string> = {
  notInForce: 'Kein Regelwerk in Kraft',
  begins: 'Gilt bald',
  ends: 'Gilt nicht mehr lange',
  future: 'Gilt erst später',
  unchecked: 'Seit einem Jahr nicht mit der Fundstelle verglichen',
  checkedLater: 'Angeblich an einem späteren Tag verglichen',
}
