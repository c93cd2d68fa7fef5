import { FieldGroup } from './field-group.js'
import type { FieldProps } from './field-props.js'
import { PartInput } from './part-input.js'
import { UnknownButton } from './unknown-button.js'

export const AddressField = (props: FieldProps) => (
  <FieldGroup field={props}>
    <div class="kern-fieldset__body feldgruppe">
      <PartInput props={props} part="street" label="Straße" first />
      <PartInput props={props} part="houseNumber" label="Hausnummer" width="winzig" max={20} />
      <PartInput props={props} part="addition" label="Zusatz (freiwillig)" width="kurz" />
      <PartInput props={props} part="postcode" label="Postleitzahl" width="winzig" max={10} numeric />
      <PartInput props={props} part="city" label="Ort" width="kurz" />
      <UnknownButton {...props} />
    </div>
  </FieldGroup>
)
