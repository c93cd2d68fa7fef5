import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** The token of the session; every form on the page carries it, so that no other site can post in one's name. */
export const CsrfToken = createContext('')

export function CsrfField() {
  return <input type="hidden" name="_csrf" value={useContext(CsrfToken)} />
}
