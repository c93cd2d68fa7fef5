import type { PackageContents } from './package-contents.js'

/** A package that was handed over. Its bytes lie in the file store under their hash and never change. */
export interface Package {
  readonly id: string
  readonly caseFileId: string
  /** The version of the case file that it was made from. */
  readonly caseVersion: number
  readonly authorityId: string
  readonly departmentId: string
  readonly sha256: string
  readonly bytes: number
  readonly contents: PackageContents
  readonly reason: string | null
  readonly madeBy: string
  readonly madeAt: string
}
