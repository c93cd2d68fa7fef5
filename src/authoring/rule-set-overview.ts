import type { Day } from '../precheck/rule-set.js'
import type { LoadedRuleSet } from '../rulebook/rule-files.js'
import type { Rulebook } from '../rulebook/rulebook.js'
import { lastDayIn } from './neighbour.js'
import { standingOf, type ReleaseStanding, type RuleRelease } from './rule-release.js'
import { unconfirmedIn } from './rule-set-check.js'

export type InForce = 'upcoming' | 'now' | 'past'

/** A rule set in one line: since when and until when it counts, how much is in it, and whether it is released. */
export interface RuleSetOverview {
  readonly id: string
  readonly service: string
  readonly title: string
  readonly file: string
  readonly sha256: string
  readonly inForceFrom: Day
  /** The day before the next one begins; `null`: open end. */
  readonly inForceUntil: Day | null
  readonly inForce: InForce
  readonly questions: number
  readonly documents: number
  readonly rules: number
  readonly fees: number
  readonly unconfirmed: number
  /** Whether the counter works with this very state of the file: once in force or in use, it keeps what it took over. */
  readonly isRunning: boolean
  readonly release: ReleaseStanding
}

/** What an overview is made from. */
export interface Surroundings {
  /** The files as they are now. */
  readonly rulebook: Rulebook
  /** The files that the counter works with. */
  readonly running: Rulebook
  /** Of this rule set or of all, the newest first. */
  readonly releases: readonly RuleRelease[]
  readonly today: Day
}

/** The line of a rule set in the list, as it is today. */
export function overviewOf(
  ruleSet: LoadedRuleSet,
  { rulebook, running, releases, today }: Surroundings,
): RuleSetOverview {
  const { id, file, hash, inForceFrom, compiled } = ruleSet
  const { service, title, questions, documents, rules, fees } = compiled.ruleSet
  const own = releases.filter((release) => release.ruleSet === id)
  const inForceUntil = lastDayIn(rulebook, ruleSet)
  return {
    id,
    service,
    title,
    file,
    sha256: hash,
    inForceFrom,
    inForceUntil,
    inForce:
      inForceFrom > today ? 'upcoming' : inForceUntil !== null && inForceUntil < today ? 'past' : 'now',
    questions: questions.length,
    documents: documents.length,
    rules: rules.length,
    fees: fees.length,
    unconfirmed: unconfirmedIn(compiled.ruleSet),
    isRunning: running.byId(id)?.hash === hash,
    release: standingOf(own, hash),
  }
}
