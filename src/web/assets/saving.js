/*
 * Every form saves itself through htmx. This watches over what is on its way: nothing typed is lost when the
 * connection is, and nothing the clerk is still editing is overwritten by what the server sends.
 */
import { isChanged } from './changed.js'
import { isServerThere, isSignedIn, tell, whenAgain } from './connection.js'
import { begin, begun, goOnFromOwn, keepOwn, startAgain, startFromSeen } from './revisions.js'

/** By form: the latest request that has not been saved yet. */
const unsaved = new Map()
/** Which form a request came from: morphing may have made something else of its element by the time it is answered. */
const forms = new WeakMap()

export function watchSaving() {
  document.addEventListener('htmx:config:request', ({ detail: { ctx } }) => {
    const form = ctx.sourceElement?.closest?.('form.speicherform')
    if (!form) return
    forms.set(ctx, form.id)
    unsaved.set(form.id, ctx)
    startFromSeen(form.id, ctx)
    form.toggleAttribute('data-ungespeichert', true)
  })
  document.addEventListener('input', ({ target }) => {
    const form = target.closest?.('form.speicherform')
    if (form) begin(form)
  })
  document.addEventListener('htmx:before:request', ({ detail: { ctx } }) => goOnFromOwn(forms.get(ctx), ctx))
  document.addEventListener('htmx:before:swap', sendWhatWouldVanish)
  document.addEventListener('htmx:after:swap', settle)
  document.addEventListener('htmx:response:error', refused)
  document.addEventListener('htmx:error', lost)
  document.addEventListener('focusout', saveWhenLeft)
  window.addEventListener('beforeunload', (event) => {
    if (unsaved.size > 0) event.preventDefault()
  })
  saveWhatCameEarly()
}

/** What was typed while the scripts were still on their way: nobody heard that it changed. */
function saveWhatCameEarly() {
  // Before it looked at the page, a form would leave the page, and only one of several would be saved.
  window.htmx.process(document.body)
  for (const form of document.querySelectorAll('form.speicherform'))
    if (isChanged(form) && !form.contains(document.activeElement)) form.requestSubmit()
}

/** A question that a colleague answered meanwhile folds up under whoever types there: that is sent, as a conflict. */
function sendWhatWouldVanish({ detail: { ctx } }) {
  if (begun().length === 0 || ctx.target?.id !== 'checkliste' || isFailed(ctx)) return
  const coming = new DOMParser().parseFromString(ctx.text, 'text/html')
  for (const id of begun()) {
    const form = document.getElementById(id)
    if (form && isChanged(form) && !coming.getElementById(id)) form.requestSubmit()
  }
}

function settle({ detail: { ctx } }) {
  // htmx says "swapped" also where it put nothing in place; such an input is not saved and stays as it is.
  if (isFailed(ctx)) return
  const id = forms.get(ctx)
  keepOwn(id, ctx)
  if (unsaved.get(id) === ctx) unsaved.delete(id)
  for (const one of document.querySelectorAll('form.speicherform')) {
    one.toggleAttribute('data-ungespeichert', unsaved.has(one.id))
    if (!one.contains(document.activeElement) && !unsaved.has(one.id)) showWhatIsSaved(one)
  }
  if (unsaved.size === 0) tell(null)
}

const isFailed = ({ response }) => response?.status >= 400

/** Morphing keeps what a control holds; a control nobody is using shows what the server said. */
function showWhatIsSaved(form) {
  if (!form.querySelector('[aria-invalid], .kern-error')) form.reset()
}

function refused({ detail: { ctx } }) {
  const { status } = ctx.response
  if (status === 401 || status === 403) {
    tell(
      'Die Anmeldung ist abgelaufen. Die letzte Eingabe bleibt stehen und wird gespeichert, sobald Sie sich in einem neuen Fenster angemeldet haben.',
    )
    whenAgain(isSignedIn, saveAgain)
  } else if (ctx.target?.id === 'checkliste')
    tell('Die letzte Eingabe wurde nicht gespeichert. Bitte die Seite neu laden.')
}

function lost() {
  tell(
    'Keine Verbindung. Die letzte Eingabe bleibt stehen und wird gespeichert, sobald die Verbindung wieder da ist.',
  )
  whenAgain(isServerThere, saveAgain)
}

function saveAgain() {
  for (const [id, ctx] of unsaved) {
    const form = document.getElementById(id)
    if (form === null) unsaved.delete(id)
    else sendAgain(form, ctx)
  }
  if (unsaved.size === 0) tell(null)
}

/** As it was sent: "weiß nicht" is a button of its own, and what the form shows may have moved on. */
function sendAgain(form, ctx) {
  startAgain(form.id, ctx)
  const { submitter } = ctx.request
  const isPressed = ({ type, name, value }) =>
    type === 'submit' && name === submitter?.name && value === submitter.value
  form.requestSubmit([...form.elements].find(isPressed) ?? null)
}

/** Forms with several controls are saved when the focus leaves them and something in them was changed. */
function saveWhenLeft({ target, relatedTarget }) {
  const form = target.closest?.('form[data-ganz]')
  if (!form || form.contains(relatedTarget) || !isChanged(form)) return
  form.requestSubmit()
}
