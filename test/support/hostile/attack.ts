/** What may come of a file: it is taken, or refused with one of these codes. */
export type Result = 'taken' | `scan${string}` | `file${string}` | 'tooManyPages'

/** A file that means harm. Made when it is needed, so that none lies on a disk. */
export interface Attack {
  readonly name: string
  readonly bytes: Uint8Array
  /** One of these is right; several where it is enough that nothing happens. */
  readonly right: readonly Result[]
}

export const attack = (name: string, bytes: Uint8Array, ...right: Result[]): Attack => ({
  name,
  bytes,
  right,
})
