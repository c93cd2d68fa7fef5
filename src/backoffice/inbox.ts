import type { CaseFile } from '../casework/case-file.js'
import { listedColumns } from '../casework/case-list.store.js'
import type { State } from '../casework/life-cycle.js'

/** What a department sees of a case in its list. */
export const inboxColumns = [...listedColumns, 'completeOn', 'officeId'] as const
export type InboxEntry = Pick<CaseFile, (typeof inboxColumns)[number]>

/** A case in the list with the names that its ids stand for. */
export interface InboxRow extends InboxEntry {
  readonly serviceTitle: string
  readonly officeName: string
}

/** What waits for the department's decision or has had it. A returned case that is withdrawn is the office's alone again. */
export const inboxStates = ['handedOver', 'accepted', 'returned'] as const satisfies readonly State[]
export type InboxState = (typeof inboxStates)[number]

export const isInInbox = ({ state }: Pick<CaseFile, 'state'>): boolean =>
  (inboxStates as readonly State[]).includes(state)
