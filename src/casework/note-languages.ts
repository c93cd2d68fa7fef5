/** A language that the note can speak beside German. */
export interface NoteLanguageChoice {
  /** `uk` */
  readonly code: string
  /** BCP 47. */
  readonly language: string
  /** As its speakers call it. */
  readonly name: string
}

/** Tells the pages which languages there are. Whoever makes the notes knows. */
export abstract class NoteLanguages {
  abstract choices(): readonly NoteLanguageChoice[]
}
