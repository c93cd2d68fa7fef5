import { countryInWords } from '../../precheck/answer-in-words.js'
import { countries } from '../../precheck/countries.js'
import type { Question } from '../../precheck/rule-set.js'
import type { FieldOption, FieldProps, FieldText } from '../../web/field/field-props.js'
import { germanOrder } from '../../web/format.js'

/** Germany first, because it is the answer most often; the others as in a German list. */
const countryOptions: readonly FieldOption[] = countries
  .map((value) => ({ value, label: countryInWords(value) }))
  .toSorted((a, b) => Number(b.value === 'DE') - Number(a.value === 'DE') || germanOrder(a.label, b.label))

interface Shown {
  readonly id: string
  readonly text: FieldText
  readonly error?: string | undefined
  readonly errorPart?: string | undefined
}

/** The controls for a question of a rule set. */
export const fieldOf = (question: Question, shown: Shown): FieldProps => ({
  kind: question.kind,
  label: question.text,
  hint: question.hint,
  options: question.kind === 'country' ? countryOptions : question.options,
  mayBeUnknown: question.mayBeUnknown,
  optional: question.for === 'form' && question.required !== true,
  max: question.max,
  ...shown,
})
