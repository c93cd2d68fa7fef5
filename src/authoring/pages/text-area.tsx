import { FieldError, Hint } from '../../web/field/field-notes.js'
import { describedBy } from '../../web/field/field-props.js'

interface TextAreaProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly text: string
  readonly rows: number
  readonly most: number
  readonly error: string | undefined
}

/** Several lines of text, posted under their id. */
export const TextArea = ({ id, label, hint, text, rows, most, error }: TextAreaProps) => (
  <div class={`kern-form-input${error ? ' kern-form-input--error' : ''}`}>
    <label class="kern-label" for={id}>
      {label}
    </label>
    <Hint id={id} hint={hint} />
    <textarea
      class={`kern-form-input__input feld--breit${error ? ' kern-form-input__input--error' : ''}`}
      id={id}
      name={id}
      rows={rows}
      maxLength={most}
      aria-describedby={describedBy({ id, hint, error })}
      aria-invalid={error ? true : undefined}
      value={text}
    />
    <FieldError id={id} error={error} />
  </div>
)
