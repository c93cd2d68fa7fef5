import { charactersOf } from '../../precheck/din-91379.js'
import type { FieldValue, FormValues } from '../form/form-values.js'
import type { FormField } from '../form/read-template.js'
import type { FormSurvey } from '../form/survey-form.js'

/** Each field says its own name: what one looks at to find out which is which. */
export const namesInFields = ({ fields }: Pick<FormSurvey, 'fields'>): FormValues => ({
  fields: Object.fromEntries(fields.map(({ name, kind }) => [name, kind === 'signature' ? null : name])),
  leftovers: [],
})

const perField = 6

/** All characters of DIN 91379, a few in each field; those that are left over go to the continuation page. */
export function lettersInFields({ fields }: Pick<FormSurvey, 'fields'>): FormValues {
  const characters = charactersOf('E').filter((character) => character.trim() !== '')
  const values: Record<string, FieldValue | null> = {}
  for (const field of fields) values[field.name] ??= valueFor(field, characters)
  const leftovers =
    characters.length === 0 ? [] : [{ title: 'Alle übrigen Zeichen', text: characters.join(' ') }]
  return { fields: values, leftovers }
}

function valueFor({ kind, comb, maxLength }: FormField, characters: string[]): FieldValue | null {
  if (kind === 'signature') return null
  if (kind === 'tick') return true
  const room = Math.min(perField, Math.ceil((maxLength ?? Infinity) / (comb ? 1 : 2)))
  return characters.splice(0, room).join(comb ? '' : ' ')
}
