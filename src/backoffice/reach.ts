import type { Reach } from '../casework/case-file.store.js'
import type { Actor } from '../cooperation/actor.js'

/** The cases of the caseworker's department. Only who works in one gets here: the role says so, the database too. */
export function departmentOf({ departmentId, staffId }: Actor): Reach & { readonly departmentId: string } {
  if (departmentId === null) throw new Error(`Caseworker ${staffId} has no department.`)
  return { departmentId }
}
