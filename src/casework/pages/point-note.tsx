import type { Deficiency } from '../case-file.js'
import { SettleForm } from './settle-form.js'

interface PointNoteProps {
  readonly caseId: string
  readonly title: string
  /** What is settled where the field stays as it is. */
  readonly about: Deficiency['about']
  /** The words of the question or the name of the document. */
  readonly spoken: string
}

/** What is open about this field; a field that is right as it is can be left so. */
export const PointNote = ({ caseId, title, about, spoken }: PointNoteProps) => (
  <div class="kern-alert kern-alert--warning">
    <div class="kern-alert__header">
      <span class="kern-icon kern-icon--warning" aria-hidden="true" />
      <p class="kern-title">{title}</p>
    </div>
    <div class="kern-alert__body">
      <SettleForm caseId={caseId} about={about} label="Bleibt so" spoken={spoken} />
    </div>
  </div>
)

/** How a point of the department is headed. */
export const disputeTitle = ({ text }: Deficiency): string => `Mangel laut Fachdienst: ${text}`
