/** A text in German and beside it in the citizen's language: `null` where no one has translated it. */
export interface Said {
  readonly german: string
  readonly other: string | null
}

/** What the note says that the citizen takes home (Laufzettel). */
export interface NoteContents {
  /** ISO instant, UTC. */
  readonly madeAt: string
  readonly caseNumber: string
  readonly applicant: string | null
  /** The second language; `null` for a note in German alone. */
  readonly language: NoteLanguage | null
  /** What this paper is called. */
  readonly note: Said
  readonly service: Said
  readonly number: Said
  /** That the German text is the one that counts; only beside another one. */
  readonly binding: Said
  readonly verdict: Said
  /** In the order of the paper; none is empty. */
  readonly sections: readonly NoteSection[]
  /** Opens the case again at any office; `null` where the case has left the counter. */
  readonly code: NoteCode | null
}

export interface NoteLanguage {
  /** BCP 47. */
  readonly tag: string
  readonly direction: 'ltr' | 'rtl'
  /** Stands in the place of what is not translated. */
  readonly onlyGerman: string
}

export interface NoteSection {
  readonly heading: Said
  /** What goes for each of its points that says nothing else. */
  readonly lead: Said | null
  readonly items: readonly NoteItem[]
  /** Whether each point waits for the citizen, and gets a box to be ticked. */
  readonly toDo: boolean
}

/** One point of the note. */
export interface NoteItem {
  /** What the point is about, in bold: the name of a document. */
  readonly name: Said | null
  readonly lines: readonly Said[]
  /** Where it stands in law. */
  readonly source?: string
}

export interface NoteCode {
  /** What the QR code holds: an address that names no person. */
  readonly link: string
  /** The same for typing, in groups. */
  readonly text: string
}
