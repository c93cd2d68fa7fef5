import type { Refusal } from '../platform/refusal.js'
import type { CaseFile } from './case-file.js'

/** Who changes something and when, as it is kept beside the change. */
export interface Stamp {
  readonly by: string
  readonly byName: string
  /** ISO instant, UTC. */
  readonly at: string
}

/** A case file after a change; the very same object if nothing changed; or why it was refused. */
export type Changed = CaseFile | Refusal

/** Of a stored field: which change of the file last touched it; 0 if it was never filled. */
export const revisionOf = (field: { readonly revision: number } | undefined): number => field?.revision ?? 0
