import type { Frame } from './frame.js'

/** What the note says in one language besides German: the contents of `templates/laufzettel/<code>.json`. */
export interface NoteTexts {
  /** Name of the file, `uk`: what a case remembers. */
  readonly code: string
  /** BCP 47. */
  readonly language: string
  /** As its speakers call it. */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  readonly frame: Frame
  /** By the German text exactly as it stands in the rules. */
  readonly texts: ReadonlyMap<string, string>
}
