import type { Viewer } from '../web/viewer.js'
import type { Role } from './staff.js'

/** The signed-in person, as every action gets to know them. */
export interface Actor {
  readonly staffId: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly authorityId: string
  readonly authorityName: string
  readonly officeId: string | null
  readonly departmentId: string | null
  /** Name of the office or department where they work; their task where neither is set. */
  readonly placeName: string
}

/** The person as the header of a page says it. */
export const viewerOf = (actor: Actor): Viewer => ({
  name: actor.name,
  authority: actor.authorityName,
  place: actor.placeName,
  roles: actor.roles,
})
