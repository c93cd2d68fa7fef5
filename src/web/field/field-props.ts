export type FieldKind =
  | 'yesNo'
  | 'choice'
  | 'choices'
  | 'integer'
  | 'euro'
  | 'date'
  | 'text'
  | 'personName'
  | 'address'
  | 'country'
  | 'plate'
  | 'iban'
  | 'persons'

export interface FieldOption {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
}

/**
 * What stands in the controls of one field, as text: by the part of the name after the field's own
 * (`''` for the field itself, `street`, `0.familyName`). The same shape comes back when the form is posted, so that
 * a refused input stays on the page letter by letter.
 */
export type FieldText = Readonly<Record<string, readonly string[]>>

export interface FieldProps {
  readonly kind: FieldKind
  /** Unique on the page; the first control carries it, so that a message can lead there. */
  readonly id: string
  /** Under which the controls are posted; `antwort` unless something else is said. */
  readonly name?: string | undefined
  readonly label: string
  /** The label is heard and not seen, because a heading beside it says the same. */
  readonly labelHidden?: boolean | undefined
  readonly hint?: string | undefined
  readonly error?: string | undefined
  /** The part of an address or list that the error is about. */
  readonly errorPart?: string | undefined
  readonly text: FieldText
  readonly options?: readonly FieldOption[] | undefined
  readonly mayBeUnknown?: boolean | undefined
  readonly optional?: boolean | undefined
  /** Most characters or, in a list of persons, most persons. */
  readonly max?: number | undefined
}

/** The name under which the answer is posted; parts follow after a full stop. */
export const fieldName = 'antwort'
/** Posted with the value `ja` by the button "weiß nicht" of kinds that are typed; `name.weissNicht` for a named field. */
export const unknownName = 'weissNicht'
/** The value of the choice "weiß nicht", and of "nichts davon" in a list of boxes. */
export const unknownValue = 'unknown'
export const noneValue = '-'

export const nameOf = ({ name }: FieldProps): string => name ?? fieldName

export const textOf = (text: FieldText, part = ''): string => text[part]?.[0] ?? ''
export const hintId = (id: string): string => `${id}-hinweis`
export const errorId = (id: string): string => `${id}-fehler`

/** The ids of hint and error for `aria-describedby`, or nothing. */
export function describedBy({
  id,
  hint,
  error,
}: Pick<FieldProps, 'id' | 'hint' | 'error'>): string | undefined {
  return [hint && hintId(id), error && errorId(id)].filter(Boolean).join(' ') || undefined
}
