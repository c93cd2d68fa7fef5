import { FieldError, Hint, LabelText } from './field-notes.js'
import { describedBy, nameOf, textOf, type FieldProps } from './field-props.js'
import { UnknownButton } from './unknown-button.js'

/** A state from the list: typing its first letters finds it, as browsers do. */
export function CountryField(props: FieldProps) {
  const { id, text, error, options = [] } = props
  return (
    <div class={`kern-form-input${error ? ' kern-form-input--error' : ''}`}>
      <label class="kern-label" for={id}>
        <LabelText {...props} />
      </label>
      <Hint {...props} />
      <div class="feldzeile">
        <div class="kern-form-input__select-wrapper feld--mittel">
          <select
            class={`kern-form-input__select${error ? ' kern-form-input__select--error' : ''}`}
            id={id}
            name={nameOf(props)}
            aria-describedby={describedBy(props)}
          >
            <option value="">Bitte wählen</option>
            {options.map(({ value, label }) => (
              <option key={value} value={value} selected={textOf(text) === value}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <UnknownButton {...props} />
      </div>
      <FieldError {...props} />
    </div>
  )
}
