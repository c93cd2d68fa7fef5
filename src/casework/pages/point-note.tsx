import type { Deficiency } from '../case-file.js'

/** What the department disputed about this field. */
export const PointNote = ({ point }: { readonly point: Deficiency | undefined }) =>
  point === undefined ? null : (
    <div class="kern-alert kern-alert--warning">
      <div class="kern-alert__header">
        <span class="kern-icon kern-icon--warning" aria-hidden="true" />
        <p class="kern-title">Rückfrage des Fachdienstes: {point.text}</p>
      </div>
    </div>
  )
