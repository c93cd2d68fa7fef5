import { isAbsolute } from 'node:path'

/** In which form a department's own system takes packages (Zustellform). */
export const deliveryForms = ['folder', 'fit-connect', 'xdomea'] as const
export type DeliveryForm = (typeof deliveryForms)[number]

/** Where packages for a department go besides its inbox. */
export interface DeliveryTarget {
  readonly form: DeliveryForm
  /** A folder that is there, as an absolute path, or an https address. */
  readonly to: string
  /** Whether the scans go along as they came in; their pages are in the package in any case. */
  readonly originals: boolean
}

const localHosts = ['localhost', '127.0.0.1', '[::1]']

/** The address as a URL; `null` for a folder. */
export const addressOf = (to: string): URL | null => (/^https?:\/\//i.test(to) ? urlOf(to) : null)

/** The place as it may be written down: what follows a question mark may be a secret. */
export function placeOf(to: string): string {
  const url = addressOf(to)
  return url === null ? to : `${url.origin}${url.pathname}`
}

/** Personal data leaves unencrypted for this machine alone, and passwords have no place in an address. */
export function isDeliveryPlace(to: string): boolean {
  if (!/^[a-z]+:\/\//i.test(to)) return isAbsolute(to)
  const url = addressOf(to)
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return false
  return url.protocol === 'https:' || localHosts.includes(url.hostname)
}

function urlOf(to: string): URL | null {
  try {
    return new URL(to)
  } catch {
    return null
  }
}
