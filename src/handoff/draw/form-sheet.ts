/** An official form of our own, as data: what stands on it, top to bottom. `draw-form.ts` puts it on paper. */
export interface FormSheet {
  /** Folder below `templates/`. */
  readonly template: string
  readonly title: string
  readonly law: string
  /** Printed at the foot, as on every form: which edition this is. */
  readonly edition: string
  readonly sections: readonly Section[]
}

export interface Section {
  readonly title: string
  readonly rows: readonly Row[]
}

export type Row = FieldRow | ChoiceRow | GroupRow | NoteRow | SignatureRow

export interface FieldRow {
  readonly kind: 'fields'
  readonly boxes: readonly Box[]
}

/** A box to write in. */
export interface Box {
  /** The name of the PDF field. */
  readonly name: string
  readonly label: string
  /** Share of the row; all shares together are 1. */
  readonly share: number
  /** More than one: the text runs over as many lines. */
  readonly lines?: number
}

/** Boxes to tick. */
export interface ChoiceRow {
  readonly kind: 'choice'
  readonly label: string
  readonly options: readonly { readonly name: string; readonly label: string }[]
  readonly columns: number
}

/** The same boxes several times, one line for each person. */
export interface GroupRow {
  readonly kind: 'group'
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly label: string; readonly share: number }[]
  readonly count: number
}

export interface NoteRow {
  readonly kind: 'note'
  readonly text: string
}

/** Place and day, and the line to sign on. */
export interface SignatureRow {
  readonly kind: 'signature'
  readonly who: string
}

export const fields = (...boxes: readonly Box[]): FieldRow => ({ kind: 'fields', boxes })

/** A box whose field has the name of its label, or the one given. */
export const box = (label: string, share: number, name = label, lines = 1): Box => ({
  name,
  label,
  share,
  lines,
})

/** Boxes to tick; the names of the fields are "<label>: <option>". */
export const choice = (label: string, options: readonly string[], columns = 3, name = label): ChoiceRow => ({
  kind: 'choice',
  label,
  options: options.map((option) => ({ name: `${name}: ${option}`, label: option })),
  columns,
})

export const note = (text: string): NoteRow => ({ kind: 'note', text })

/** Name and birth date of several persons; field names begin with `name` and the number of the line. */
export const persons = (name: string, count: number): GroupRow => ({
  kind: 'group',
  name,
  count,
  columns: [
    { name: 'Familienname', label: 'Familienname', share: 0.4 },
    { name: 'Vornamen', label: 'Vornamen', share: 0.38 },
    { name: 'Geburtsdatum', label: 'Geburtsdatum', share: 0.22 },
  ],
})

/** Street, house number, addition, postcode and place; field names begin with `name`. */
export const address = (name: string): readonly Row[] => [
  fields(
    box('Straße', 0.5, `${name}: Straße`),
    box('Hausnummer', 0.15, `${name}: Hausnummer`),
    box('Zusatz (Wohnung, Stockwerk)', 0.35, `${name}: Zusatz`),
  ),
  fields(box('Postleitzahl', 0.2, `${name}: Postleitzahl`), box('Ort', 0.8, `${name}: Ort`)),
]
