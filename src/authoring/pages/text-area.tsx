import { errorId } from '../../web/field/field-props.js'

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
    {hint && (
      <div class="kern-hint" id={`${id}-hinweis`}>
        {hint}
      </div>
    )}
    <textarea
      class={`kern-form-input__input feld--breit${error ? ' kern-form-input__input--error' : ''}`}
      id={id}
      name={id}
      rows={rows}
      maxLength={most}
      aria-describedby={
        [hint && `${id}-hinweis`, error && errorId(id)].filter(Boolean).join(' ') || undefined
      }
      aria-invalid={error ? true : undefined}
      value={text}
    />
    {error && (
      <p class="kern-error" id={errorId(id)}>
        <span class="kern-icon kern-icon--danger" aria-hidden="true" />
        <span class="kern-body">{error}</span>
      </p>
    )}
  </div>
)
