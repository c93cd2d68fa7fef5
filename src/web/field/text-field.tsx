import { FieldError, Hint, LabelText } from './field-notes.js'
import { describedBy, nameOf, textOf, unknownValue, type FieldKind, type FieldProps } from './field-props.js'
import { UnknownButton } from './unknown-button.js'

interface Shape {
  readonly width: 'kurz' | 'mittel' | 'lang'
  readonly inputMode?: 'numeric' | 'decimal'
  readonly hint?: string
  readonly unit?: string
  readonly most: number
}

/** How each typed kind looks. Days and amounts are typed as text: faster, and the same in every browser. */
const shapes: Partial<Record<FieldKind, Shape>> = {
  date: { width: 'kurz', inputMode: 'numeric', hint: 'Tag.Monat.Jahr, auch 22112026.', most: 10 },
  integer: { width: 'kurz', inputMode: 'numeric', most: 12 },
  euro: { width: 'kurz', inputMode: 'decimal', unit: '€', hint: 'Zum Beispiel 1.234,50.', most: 16 },
  plate: { width: 'kurz', hint: 'Zum Beispiel LWL-AB 123.', most: 20 },
  iban: { width: 'mittel', most: 42 },
  personName: { width: 'lang', most: 200 },
  text: { width: 'lang', most: 1000 },
}

export function TextField(given: FieldProps) {
  const shape = shapes[given.kind]!
  const props = { ...given, hint: [given.hint, shape.hint].filter(Boolean).join(' ') || undefined }
  return (
    <div class={`kern-form-input${props.error ? ' kern-form-input--error' : ''}`}>
      <label class="kern-label" for={props.id}>
        <LabelText {...props} />
      </label>
      <Hint {...props} />
      <div class="feldzeile">
        <Control props={props} shape={shape} />
        {shape.unit && <span class="kern-body">{shape.unit}</span>}
        <UnknownButton {...props} />
      </div>
      <FieldError {...props} />
    </div>
  )
}

function Control({ props, shape }: { readonly props: FieldProps; readonly shape: Shape }) {
  const { id, text, error, kind } = props
  const shared = {
    class: `kern-form-input__input feld--${shape.width}${error ? ' kern-form-input__input--error' : ''}`,
    id,
    name: nameOf(props),
    'aria-describedby': describedBy(props),
    'aria-invalid': error ? true : undefined,
  }
  const value = textOf(text) === unknownValue && props.mayBeUnknown ? '' : textOf(text)
  if (kind === 'text' && (props.max ?? 0) > 200) return <textarea {...shared} rows={3} value={value} />
  return (
    <input
      {...shared}
      type="text"
      inputMode={shape.inputMode}
      maxLength={kind === 'text' || kind === 'personName' ? (props.max ?? shape.most) : shape.most}
      autocomplete="off"
      spellcheck={false}
      value={value}
    />
  )
}
