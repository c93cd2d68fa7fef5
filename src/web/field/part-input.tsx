import { errorId, nameOf, textOf, type FieldProps } from './field-props.js'

interface PartInputProps {
  readonly props: FieldProps
  readonly part: string
  readonly label: string
  readonly first?: boolean
  readonly width?: 'winzig' | 'kurz' | 'mittel'
  readonly max?: number
  readonly numeric?: boolean
}

/** One control of a field that has several, such as the street of an address. */
export function PartInput({
  props,
  part,
  label,
  first,
  width = 'mittel',
  max = 200,
  numeric,
}: PartInputProps) {
  const id = first ? props.id : `${props.id}-${part.replace('.', '-')}`
  const wrong = props.error !== undefined && (props.errorPart ?? part) === part
  return (
    <div class={`kern-form-input feldteil feld--${width}`}>
      <label class="kern-label" for={id}>
        {label}
      </label>
      <input
        class={`kern-form-input__input${wrong ? ' kern-form-input__input--error' : ''}`}
        id={id}
        name={`${nameOf(props)}.${part}`}
        type="text"
        inputMode={numeric ? 'numeric' : undefined}
        maxLength={max}
        autocomplete="off"
        spellcheck={false}
        value={textOf(props.text, part)}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? errorId(props.id) : undefined}
      />
    </div>
  )
}
