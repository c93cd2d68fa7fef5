import { FieldGroup } from './field-group.js'
import { nameOf, noneValue, unknownValue, type FieldOption, type FieldProps } from './field-props.js'

const yesOrNo: readonly FieldOption[] = [
  { value: 'ja', label: 'Ja' },
  { value: 'nein', label: 'Nein' },
]

/** Ja or Nein, one of several, or several: as radio buttons or boxes in a group. */
export function ChoiceField(props: FieldProps) {
  const options = optionsOf(props)
  const several = props.kind === 'choices'
  const short = fitsOneLine(options)
  return (
    <FieldGroup field={props}>
      <div class={`kern-fieldset__body${short ? ' kern-fieldset__body--horizontal' : ''}`}>
        {options.map((option, index) => (
          <Option key={option.value} {...{ props, option, index, several }} />
        ))}
      </div>
    </FieldGroup>
  )
}

/** Few short options stand side by side, so that the page stays short. */
const fitsOneLine = (options: readonly FieldOption[]): boolean =>
  options.every(({ hint }) => !hint) && options.map(({ label }) => label).join('').length <= 80

function optionsOf({ kind, options = [], mayBeUnknown }: FieldProps): readonly FieldOption[] {
  const unknown = mayBeUnknown ? [{ value: unknownValue, label: 'weiß nicht' }] : []
  const none = kind === 'choices' ? [{ value: noneValue, label: 'nichts davon' }] : []
  return [...(kind === 'yesNo' ? yesOrNo : options), ...none, ...unknown]
}

interface OptionProps {
  readonly props: FieldProps
  readonly option: FieldOption
  readonly index: number
  readonly several: boolean
}

function Option({ props, option, index, several }: OptionProps) {
  const { id, text, error } = props
  const own = index === 0 ? id : `${id}-${index}`
  const kind = several ? 'checkbox' : 'radio'
  return (
    <div class="kern-form-check">
      <input
        class={`kern-form-check__${kind}${error ? ` kern-form-check__${kind}--error` : ''}`}
        type={kind}
        id={own}
        name={nameOf(props)}
        value={option.value}
        checked={text['']?.includes(option.value) ?? false}
        aria-describedby={option.hint ? `${own}-hinweis` : undefined}
      />
      <label class="kern-label" for={own}>
        {option.label}
        {option.hint && (
          <span class="kern-hint" id={`${own}-hinweis`}>
            {option.hint}
          </span>
        )}
      </label>
    </div>
  )
}
