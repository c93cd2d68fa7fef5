import type { DeliveryTarget } from './delivery-target.js'

export const authorityKinds = ['landkreis', 'gemeinde', 'amt', 'land'] as const
export type AuthorityKind = (typeof authorityKinds)[number]

/** Who decides on applications and owns their data (Behörde): the tenant. */
export interface Authority {
  readonly id: string
  /** Stable name in installation files, `lk-ludwigslust-parchim`. */
  readonly key: string
  readonly name: string
  readonly kind: AuthorityKind
}

/** A back office of an authority (Fachdienst). Its key is the `department` of the rule sets. */
export interface Department {
  readonly id: string
  readonly authorityId: string
  readonly key: string
  readonly name: string
  /** `null`: the packages wait in the inbox of this program alone. */
  readonly delivery: DeliveryTarget | null
}
