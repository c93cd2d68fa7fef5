import { paths } from '../web/paths.js'

/** Where to go after signing in: the page one wanted, if it is one of ours; otherwise the start. */
export const nextPage = (wanted: string | undefined): string =>
  wanted !== undefined && /^\/(?![/\\])[\w\-./?=&%]*$/.test(wanted) ? wanted : paths.home

/** The sign-in page that leads on to `wanted`. */
export const signInFor = (wanted: string): string =>
  wanted === paths.home ? paths.signIn : `${paths.signIn}?next=${encodeURIComponent(wanted)}`
