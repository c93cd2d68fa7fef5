export interface PlacedError {
  /** The id of the control that the message is about. */
  readonly place: string
  readonly message: string
}

/** All that has to be put right on this page, each linked to its place. */
export function ErrorSummary({ errors }: { readonly errors: readonly PlacedError[] }) {
  if (errors.length === 0) return null
  return (
    <div class="kern-alert kern-alert--danger" id="fehler" role="alert">
      <div class="kern-alert__header">
        <span class="kern-icon kern-icon--danger" aria-hidden="true" />
        <h2 class="kern-title">Bitte prüfen</h2>
      </div>
      <div class="kern-alert__body">
        <ul class="kern-list">
          {errors.map(({ place, message }) => (
            <li key={place}>
              <a class="kern-link" href={`#${place}`}>
                {message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
