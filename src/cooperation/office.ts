/** A counter at one address (Bürgerbüro). It may serve several authorities. */
export interface Office {
  readonly id: string
  /** Who runs it. */
  readonly authorityId: string
  readonly key: string
  readonly name: string
  /** A: staff of Gemeinde and Landkreis side by side. B: staff of the Gemeinde, for the Landkreis too. */
  readonly type: 'A' | 'B'
  readonly address: string
}

/** A service that an office offers, and who decides on it. */
export interface OfficeService {
  readonly officeId: string
  /** Folder of the rule sets, `kfz-zulassung`. */
  readonly service: string
  readonly authorityId: string
  readonly departmentId: string
}
