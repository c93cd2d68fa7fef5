import type { ComponentChildren } from 'preact'
import { FieldError, Hint, LabelText } from './field-notes.js'
import { describedBy, type FieldProps } from './field-props.js'

/** Several controls that answer one question, with its label, hint and error. */
export const FieldGroup = ({
  field,
  children,
}: {
  readonly field: FieldProps
  readonly children: ComponentChildren
}) => (
  <fieldset
    class={`kern-fieldset${field.error ? ' kern-fieldset--error' : ''}`}
    aria-describedby={describedBy(field)}
  >
    <legend class={field.labelHidden ? 'kern-sr-only' : 'kern-label'}>
      <LabelText {...field} />
    </legend>
    <Hint {...field} />
    {children}
    <FieldError {...field} />
  </fieldset>
)
