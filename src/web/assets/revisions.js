/*
 * Which revision of its field a save goes out from. What colleagues have saved since the clerk began to change it is a
 * conflict; what the same form saved itself is none.
 */

/** By form: the revision that the clerk saw when they began to change it. */
const seen = new Map()
/** By form: the revisions that its own saves have passed, and the one that came of them. */
const own = new Map()

const revisionOf = ({ request }) => request.body?.get?.('revision') ?? null

/** Forms that the clerk has begun to change and not sent, by their ids. */
export const begun = () => [...seen.keys()]

export function begin(form) {
  if (form.elements.revision && !seen.has(form.id)) seen.set(form.id, form.elements.revision.value)
}

/** A save goes out from what the clerk saw, whatever the page shows by now. */
export function startFromSeen(id, ctx) {
  if (seen.has(id)) ctx.request.body.set('revision', seen.get(id))
  seen.delete(id)
}

/** The next save of the form starts from where this one did. */
export function startAgain(id, ctx) {
  if (revisionOf(ctx) !== null) seen.set(id, revisionOf(ctx))
}

/** A save that waited for another one of the same form goes on from what came of that one. */
export function goOnFromOwn(id, ctx) {
  const before = own.get(id)
  if (before?.passed.has(revisionOf(ctx))) ctx.request.body.set('revision', before.now)
}

export function keepOwn(id, ctx) {
  const shown = document.getElementById(id)?.elements?.revision
  if (!shown || revisionOf(ctx) === null) return
  const { passed } = own.get(id) ?? { passed: new Set() }
  own.set(id, { passed: passed.add(revisionOf(ctx)), now: shown.value })
}
