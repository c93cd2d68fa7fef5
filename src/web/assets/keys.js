/* Single keys, only while the checklist has the focus and nothing is being typed; they can be switched off. */
const off = 'lotse-tasten-aus'
const questions = '#fragen [data-frage]'

const actions = {
  j: () => choose('ja'),
  n: () => choose('nein'),
  u: () => choose('unknown') || unknownButton(),
  w: () => move(1),
  z: () => move(-1),
  '?': () => document.querySelector('#tastenhilfe').showModal(),
}

export function watchKeys() {
  const help = document.querySelector('#tastenhilfe')
  const box = document.querySelector('#tasten-an')
  box.checked = localStorage.getItem(off) === null
  box.addEventListener('change', () => {
    if (box.checked) localStorage.removeItem(off)
    else localStorage.setItem(off, '1')
  })
  document.querySelector('#tastenhilfe-knopf').addEventListener('click', () => help.showModal())
  document.addEventListener('keydown', onKey)
}

function onKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return
  if (localStorage.getItem(off) !== null) return
  const action = actions[event.key]
  const { activeElement } = document
  if (!action || !activeElement?.closest('#checkliste') || isTyping(activeElement)) return
  event.preventDefault()
  action()
}

const isTyping = (element) =>
  element.matches('textarea, select') ||
  (element.matches('input') && !['radio', 'checkbox', 'file', 'submit', 'button'].includes(element.type))

const currentQuestion = () => document.activeElement?.closest('[data-frage]')

function choose(value) {
  const box = currentQuestion()?.querySelector(`input[value="${value}"]`)
  if (!box || box.checked) return Boolean(box)
  box.focus()
  box.click()
  return true
}

const unknownButton = () => currentQuestion()?.querySelector('[data-taste="u"]')?.click()

/** To the next or previous question; into its first control without choosing anything. */
function move(step) {
  const all = [...document.querySelectorAll(questions)]
  const at = all.indexOf(currentQuestion())
  const next = all[at === -1 && step < 0 ? all.length - 1 : at + step]
  const controls = next?.querySelectorAll('input:not([type=hidden]), select, textarea, a')
  if (!controls?.length) return
  const target = [...controls].find((control) => control.checked) ?? controls[0]
  target.focus()
}
