/** What a form posted, by the names of its controls. */
export type Posted = Readonly<Record<string, unknown>>

/** One control as text; empty where it was not posted, or several times. */
export function textIn(posted: Posted, name: string): string {
  const value = posted[name]
  return typeof value === 'string' ? value : ''
}
