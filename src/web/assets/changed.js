/* Whether a form holds anything else than what the server put there. */

export const isChanged = (form) => [...form.elements].some(isControlChanged)

function isControlChanged(control) {
  if (control.type === 'radio' || control.type === 'checkbox')
    return control.checked !== control.defaultChecked
  if (control.type === 'select-one') return control.selectedIndex !== defaultIndex(control)
  return 'defaultValue' in control && control.value !== control.defaultValue
}

/** A list in which the server marked nothing stands on its first entry. */
const defaultIndex = ({ options }) =>
  Math.max(
    0,
    [...options].findIndex((one) => one.defaultSelected),
  )
