export const roles = ['clerk', 'caseworker', 'ruleAuthor', 'operator', 'dataProtection'] as const
export type Role = (typeof roles)[number]

/** What German pages call them. */
export const roleNames: Readonly<Record<Role, string>> = {
  clerk: 'Lotse',
  caseworker: 'Sachbearbeitung',
  ruleAuthor: 'Regelautor',
  operator: 'Betrieb',
  dataProtection: 'Datenschutz',
}

export interface Staff {
  readonly id: string
  /** Who employs them. */
  readonly authorityId: string
  /** The counter where they work; never null for a clerk. */
  readonly officeId: string | null
  /** The back office where they work; never null for a caseworker. */
  readonly departmentId: string | null
  /** Lower case. */
  readonly signInName: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly passwordHash: string
  /** From then on no sign-in, and open sessions are over; null while the account is in use. */
  readonly disabledAt: Date | null
}
