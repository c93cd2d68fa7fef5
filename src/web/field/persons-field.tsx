import { FieldGroup } from './field-group.js'
import { textOf, type FieldProps } from './field-props.js'
import { PartInput } from './part-input.js'
import { UnknownButton } from './unknown-button.js'

const emptyRows = 2
const mostRows = 20

/** A list of persons: those entered, and empty rows for more; what stays empty does not count. */
export function PersonsField(props: FieldProps) {
  const filled = rowsFilled(props)
  const rows = Math.min(props.max ?? mostRows, filled + emptyRows)
  return (
    <FieldGroup field={props}>
      <ol class="kern-fieldset__body personenliste">
        {Array.from({ length: rows }, (_, row) => (
          <li key={row} class="feldgruppe" aria-label={`Person ${row + 1}`}>
            <span class="personenliste__wer" aria-hidden="true">{`Person ${row + 1}`}</span>
            <PartInput
              props={props}
              part={`${row}.givenNames`}
              label="Vornamen"
              width="kurz"
              first={row === 0}
            />
            <PartInput props={props} part={`${row}.familyName`} label="Familienname" width="kurz" />
            <PartInput
              props={props}
              part={`${row}.birthDate`}
              label="Geburtsdatum"
              width="winzig"
              max={10}
              numeric
            />
          </li>
        ))}
      </ol>
      <p class="kern-hint">Leere Zeilen zählen nicht. Nach dem Speichern kommen neue Zeilen dazu.</p>
      <UnknownButton {...props} />
    </FieldGroup>
  )
}

function rowsFilled({ text }: FieldProps): number {
  const rows = Object.keys(text)
    .filter((part) => textOf(text, part) !== '')
    .map((part) => Number(part.split('.')[0]) + 1)
  return Math.max(0, ...rows)
}
