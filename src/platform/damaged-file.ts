/** A stored file is missing, or is not what was stored. What to do is the same: a copy from the backup, or scan anew. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile'

  constructor(
    /** Its hash, or where it lies. */
    readonly file: string,
    /** For the log. */
    what: string,
  ) {
    super(`stored file ${file}: ${what}`)
  }
}
