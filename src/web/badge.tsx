import type { Tone } from './alert.js'

/** A state in one or two words. */
export const Badge = ({ tone, children }: { readonly tone: Tone; readonly children: string }) => (
  <span class={`kern-badge kern-badge--small kern-badge--${tone}`}>
    <span class={`kern-icon kern-icon--${tone}`} aria-hidden="true" />
    <span class="kern-label">{children}</span>
  </span>
)
