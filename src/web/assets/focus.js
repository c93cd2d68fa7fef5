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
  document.addEventListener('htmx:after:swap', () => {
    if (wanted === null) return
    document.getElementById(wanted)?.focus()
    wanted = null
  })
}

function explain(question) {
  if (!question || question.dataset.hinweis === shown) return
  shown = question.dataset.hinweis
  window.htmx.ajax('GET', shown, { target: '#zur-frage', swap: 'outerHTML' })
}
