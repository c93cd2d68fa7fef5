/*
 * The panel on the right explains the question that has the focus. The focus itself is never moved here, except
 * where the clerk asked for it: "ändern" leads into the opened question.
 */
let shown = null
let wanted = null

export function watchFocus() {
  document.addEventListener('focusin', ({ target }) => explain(target.closest?.('[data-hinweis]')))
  document.addEventListener('click', ({ target }) => {
    const link = target.closest?.('a[data-fuehrt-zu]')
    if (link) wanted = link.dataset.fuehrtZu
  })
  document.addEventListener('htmx:after:swap', ({ detail: { ctx } }) => {
    const control = wanted && document.getElementById(wanted)
    if (control) {
      control.focus()
      wanted = null
    } else if (ctx.target?.id === 'checkliste') explainFocused()
  })
}

/** The server explains what was saved; the focus may have gone on since. */
function explainFocused() {
  const question = document.activeElement?.closest('[data-hinweis]')
  const panel = document.querySelector('#zur-frage')
  shown = panel?.dataset.hinweis ?? null
  explain(question)
}

function explain(question) {
  if (!question || question.dataset.hinweis === shown) return
  shown = question.dataset.hinweis
  window.htmx.ajax('GET', shown, { target: '#zur-frage', swap: 'outerHTML' })
}
