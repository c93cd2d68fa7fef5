import type { Refusal } from '../platform/refusal.js'
import { storedText } from '../precheck/stored-text.js'
import { releaseRefusals } from './release-refusals.js'

/** What can become of a proposal; what was decided once stays. */
const steps = {
  proposed: { release: 'released', reject: 'rejected', withdraw: 'withdrawn' },
  released: {},
  rejected: {},
  withdrawn: {},
} as const satisfies Record<string, Record<string, string>>

export type ReleaseState = keyof typeof steps
export type ReleaseStep = keyof (typeof steps)['proposed']

/** How a rule set stood in its tests at a moment. */
export interface TestState {
  readonly passed: number
  readonly failed: number
  readonly problems: number
  /** Parts that wait for a specialist's confirmation: no obstacle, but to be known. */
  readonly unconfirmed: number
}

/** That a state of a rule file was proposed, and what a second author made of it (Freigabe). */
export interface RuleRelease {
  readonly id: string
  /** `service@first-day-in-force` */
  readonly ruleSet: string
  /** SHA-256 of the file's bytes: this very state, and no later one. */
  readonly sha256: string
  /** What changed and why, for those who come later. */
  readonly note: string
  readonly state: ReleaseState
  readonly proposedBy: string
  /** Names are kept as they were then. */
  readonly proposedByName: string
  readonly proposedAt: string
  readonly decidedBy: string | null
  readonly decidedByName: string | null
  readonly decidedAt: string | null
  /** Why it was rejected. */
  readonly reason: string | null
  /** How the tests stood when it was released. */
  readonly tests: TestState | null
}

/** Who does something and when. */
export interface Signature {
  readonly by: string
  readonly byName: string
  /** ISO instant, UTC. */
  readonly at: string
}

export type Decided = RuleRelease | Refusal

/** Whether this state of the file may be proposed, given all releases of its rule set. */
export function proposalProblem(releases: readonly RuleRelease[], sha256: string): Refusal | null {
  if (releases.some(({ state }) => state === 'proposed')) return releaseRefusals.alreadyProposed()
  const known = releases.some((one) => one.state === 'released' && one.sha256 === sha256)
  return known ? releaseRefusals.alreadyReleased() : null
}

/** What stands against a release before any example is run. `sha256` is the file as it lies on the disk now. */
export function obstacle(release: RuleRelease, sha256: string, by: string): Refusal | null {
  if (release.proposedBy === by) return releaseRefusals.ownProposal()
  if (release.state !== 'proposed') return releaseRefusals.alreadyDecided()
  return release.sha256 === sha256 ? null : releaseRefusals.fileChanged()
}

/**
 * The second pair of eyes says yes. What lies on the disk and how it stands in its tests was looked at by the server and
 * not by whoever presses the button.
 */
export function released(
  release: RuleRelease,
  sha256: string,
  tests: TestState,
  signature: Signature,
): Decided {
  const refused = obstacle(release, sha256, signature.by)
  if (refused !== null) return refused
  if (tests.failed > 0 || tests.problems > 0) return releaseRefusals.testsFail(tests)
  return decided(release, 'release', signature, { tests })
}

/** The second pair of eyes says no, and why. Also possible when the file has changed since. */
export const rejected = (release: RuleRelease, reason: string, signature: Signature): Decided =>
  release.proposedBy === signature.by
    ? releaseRefusals.ownRejection()
    : decided(release, 'reject', signature, { reason })

/** Whoever proposed it thinks better of it. */
export const withdrawn = (release: RuleRelease, signature: Signature): Decided =>
  release.proposedBy === signature.by
    ? decided(release, 'withdraw', signature, {})
    : releaseRefusals.notYours()

function decided(
  release: RuleRelease,
  step: ReleaseStep,
  { by, byName, at }: Signature,
  more: Partial<Pick<RuleRelease, 'reason' | 'tests'>>,
): Decided {
  const next: Partial<Record<ReleaseStep, ReleaseState>> = steps[release.state]
  const state = next[step]
  if (state === undefined) return releaseRefusals.alreadyDecided()
  return { ...release, ...more, state, decidedBy: by, decidedByName: byName, decidedAt: at }
}

/** How a file stands: released as it is, changed since it was released, or never released. */
export interface ReleaseStanding {
  readonly kind: 'released' | 'changed' | 'none'
  /** The release of this very state, or else the last one of an earlier state. */
  readonly last: RuleRelease | null
  readonly open: RuleRelease | null
}

/** @param releases all of one rule set, the newest first */
export function standingOf(releases: readonly RuleRelease[], sha256: string): ReleaseStanding {
  const all = releases.filter(({ state }) => state === 'released')
  const same = all.find((release) => release.sha256 === sha256)
  const open = releases.find(({ state }) => state === 'proposed') ?? null
  if (same !== undefined) return { kind: 'released', last: same, open }
  return all.length > 0 ? { kind: 'changed', last: all[0]!, open } : { kind: 'none', last: null, open }
}

const longestNote = 4000

/** A note as it is kept; refused if it says nothing or too much. */
export function readNote(text: string): string | Refusal {
  const note = storedText(text)
  if (note === '') return releaseRefusals.noteMissing()
  return note.length > longestNote ? releaseRefusals.noteTooLong(longestNote) : note
}
