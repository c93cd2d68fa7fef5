import { unknownName, unknownValue, textOf, type FieldProps } from './field-props.js'

/** "weiß nicht" beside a field that is typed: an answer of its own, so it is a button and not an empty field. */
export function UnknownButton({ mayBeUnknown, text, label, name }: FieldProps) {
  if (!mayBeUnknown) return null
  const chosen = textOf(text) === unknownValue
  return (
    <button
      type="submit"
      class="kern-btn kern-btn--secondary kern-btn--x-small"
      name={name === undefined ? unknownName : `${name}.${unknownName}`}
      value="ja"
      data-taste="u"
      aria-pressed={chosen}
      aria-label={`weiß nicht: ${label}`}
    >
      <span class="kern-label">weiß nicht</span>
    </button>
  )
}
