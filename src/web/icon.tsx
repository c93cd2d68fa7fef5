export type IconName =
  | 'info'
  | 'success'
  | 'warning'
  | 'danger'
  | 'help'
  | 'edit'
  | 'delete'
  | 'download'
  | 'draft'
  | 'search'
  | 'add'
  | 'logout'
  | 'check'
  | 'arrow-forward'

/** A sign beside a word that says the same; screen readers skip it. */
export const Icon = ({ name }: { name: IconName }) => (
  <span class={`kern-icon kern-icon--${name} kern-icon--small`} aria-hidden="true" />
)
