import type { ComponentChildren } from 'preact'

export type Tone = 'info' | 'success' | 'warning' | 'danger'

interface AlertProps {
  readonly tone: Tone
  readonly title: string
  /** Read out at once; only for what the person has just caused. */
  readonly urgent?: boolean
  readonly id?: string
  readonly children?: ComponentChildren
}

export const Alert = ({ tone, title, urgent, id, children }: AlertProps) => (
  <div class={`kern-alert kern-alert--${tone}`} id={id} role={urgent ? 'alert' : undefined}>
    <div class="kern-alert__header">
      <span class={`kern-icon kern-icon--${tone}`} aria-hidden="true" />
      <p class="kern-title">{title}</p>
    </div>
    {children && <div class="kern-alert__body">{children}</div>}
  </div>
)
