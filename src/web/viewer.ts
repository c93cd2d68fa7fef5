/** Who looks at the page, as its header says it. */
export interface Viewer {
  readonly name: string
  readonly authority: string
  /** The counter or the department where the person works. */
  readonly place: string
  readonly roles: readonly string[]
}
