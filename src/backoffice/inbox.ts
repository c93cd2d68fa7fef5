import type { CaseFile } from '../casework/case-file.js'
import type { State } from '../casework/life-cycle.js'

/** What a department sees of a case in its list. */
export const inboxColumns = [
  'id',
  'number',
  'service',
  'ruleSet',
  'state',
  'applicant',
  'receivedOn',
  'completeOn',
  'changedAt',
  'officeId',
] as const
export type InboxEntry = Pick<CaseFile, (typeof inboxColumns)[number]>

/** A department sees a case from its first hand-over on; what the office still works on stays with the office. */
export const inboxStates = ['handedOver', 'accepted', 'returned'] as const satisfies readonly State[]
export type InboxState = (typeof inboxStates)[number]

export const isInInbox = ({ state }: Pick<CaseFile, 'state'>): boolean =>
  (inboxStates as readonly State[]).includes(state)
