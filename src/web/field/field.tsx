import type { FunctionComponent } from 'preact'
import { AddressField } from './address-field.js'
import { ChoiceField } from './choice-field.js'
import { CountryField } from './country-field.js'
import type { FieldKind, FieldProps } from './field-props.js'
import { PersonsField } from './persons-field.js'
import { TextField } from './text-field.js'

const fields: Record<FieldKind, FunctionComponent<FieldProps>> = {
  yesNo: ChoiceField,
  choice: ChoiceField,
  choices: ChoiceField,
  integer: TextField,
  euro: TextField,
  date: TextField,
  text: TextField,
  personName: TextField,
  plate: TextField,
  iban: TextField,
  country: CountryField,
  address: AddressField,
  persons: PersonsField,
}

/** The controls for a question of any kind, with label, hint and error. */
export function Field(props: FieldProps) {
  const Kind = fields[props.kind]
  return <Kind {...props} />
}

/** Kinds with several controls: saved when one leaves them, not after each control. */
export const hasParts = (kind: FieldKind): boolean => kind === 'address' || kind === 'persons'
