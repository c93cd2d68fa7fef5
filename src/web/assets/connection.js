/* What stands between the input and the server: said in a bar, tried again until it is gone. */
const ping = '/assets/eigen/zeichen.svg'
const everyMilliseconds = 3000
/** What is asked now; the answer to anything before counts for nothing. */
let asked

/** `null` takes the bar away. */
export function tell(text) {
  const bar = document.querySelector('#verbindung')
  bar.hidden = text === null
  if (bar.textContent !== (text ?? '')) bar.textContent = text ?? ''
}

/** Asks again and again until it is so, then goes on. An answer that takes long is waited for. */
export function whenAgain(isSo, goOn) {
  const own = (asked = {})
  const ask = async () => {
    if (asked !== own) return
    const isAgain = await isSo()
    if (asked !== own) return
    if (isAgain) goOn()
    else setTimeout(ask, everyMilliseconds)
  }
  setTimeout(ask, everyMilliseconds)
}

export async function isServerThere() {
  const answer = await fetch(ping, { cache: 'no-store', method: 'HEAD' }).catch(() => null)
  return answer?.ok ?? false
}

/** Whether the person of this page is signed in again; their new token goes into every form. */
export async function isSignedIn() {
  const answer = await fetch('/api/session', { cache: 'no-store' }).catch(() => null)
  if (!answer?.ok) return false
  const { actor, csrfToken } = await answer.json()
  if (actor === null) return false
  if (actor.name !== document.querySelector('[data-person]').dataset.person) {
    asked = null
    tell('Inzwischen ist jemand anderes angemeldet. Bitte die Seite neu laden.')
    return false
  }
  for (const field of document.querySelectorAll('input[name=_csrf]')) field.value = csrfToken
  return true
}
