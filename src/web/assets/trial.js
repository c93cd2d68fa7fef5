/* A trial run that could not be evaluated says so: the result beside it is that of an earlier state. */
import { tell } from './connection.js'

export function watchTrial() {
  const outdated = () => tell('Die letzte Änderung ist nicht ausgewertet. Bitte „Auswerten“ drücken.')
  document.addEventListener('htmx:response:error', outdated)
  document.addEventListener('htmx:error', outdated)
  document.addEventListener('htmx:after:swap', ({ detail: { ctx } }) => {
    if (ctx.response?.status < 400) tell(null)
  })
}
