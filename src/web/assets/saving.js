/*
 * Every form saves itself through htmx. This watches over what is on its way: nothing typed is lost when the
 * connection is, and nothing the clerk is still editing is overwritten by what the server sends.
 */
import { isServerThere, isSignedIn, tell, whenAgain } from './connection.js'

/** By form: the latest request that has not been saved yet. */
const unsaved = new Map()
/** Which form a request came from: morphing may have made something else of its element by the time it is answered. */
const forms = new WeakMap()
/** By form: the revision that the clerk saw when they began to change it. What colleagues save later is a conflict. */
const seen = new Map()
/** By form: the revisions that its own saves have passed, and the one that came of them. */
const own = new Map()

export function watchSaving() {
  document.addEventListener('htmx:config:request', ({ detail: { ctx } }) => {
    const form = ctx.sourceElement?.closest?.('form.speicherform')
    if (!form) return
    forms.set(ctx, form.id)
    unsaved.set(form.id, ctx)
    if (seen.has(form.id)) ctx.request.body.set('revision', seen.get(form.id))
    seen.delete(form.id)
    form.toggleAttribute('data-ungespeichert', true)
  })
  document.addEventListener('input', ({ target }) => {
    const form = target.closest?.('form.speicherform')
    if (form?.elements.revision && !seen.has(form.id)) seen.set(form.id, form.elements.revision.value)
  })
  document.addEventListener('htmx:before:request', takeOwnRevision)
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
  if (seen.size === 0 || ctx.target?.id !== 'checkliste' || isFailed(ctx)) return
  const coming = new DOMParser().parseFromString(ctx.text, 'text/html')
  for (const id of seen.keys()) {
    const form = document.getElementById(id)
    if (form && isChanged(form) && !coming.getElementById(id)) form.requestSubmit()
  }
}

/** A save that waited for another one of the same form goes on from what came of that one. */
function takeOwnRevision({ detail: { ctx } }) {
  const before = own.get(forms.get(ctx))
  if (before?.passed.has(revisionOf(ctx))) ctx.request.body.set('revision', before.now)
}

const revisionOf = ({ request }) => request.body?.get?.('revision') ?? null

function keepOwnRevision(ctx, id) {
  const shown = document.getElementById(id)?.elements?.revision
  if (!shown || revisionOf(ctx) === null) return
  const { passed } = own.get(id) ?? { passed: new Set() }
  own.set(id, { passed: passed.add(revisionOf(ctx)), now: shown.value })
}

function settle({ detail: { ctx } }) {
  // htmx says "swapped" also where it put nothing in place; such an input is not saved and stays as it is.
  if (isFailed(ctx)) return
  const id = forms.get(ctx)
  keepOwnRevision(ctx, id)
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
  } else if (forms.has(ctx)) tell('Die letzte Eingabe wurde nicht gespeichert. Bitte die Seite neu laden.')
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
  if (revisionOf(ctx) !== null) seen.set(form.id, revisionOf(ctx))
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

const isChanged = (form) => [...form.elements].some(isControlChanged)

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
