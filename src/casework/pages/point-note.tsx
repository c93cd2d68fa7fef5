import type { Deficiency } from '../case-file.js'
import { SettleForm } from './settle-form.js'

interface PointNoteProps {
  readonly caseId: string
  readonly point: Deficiency | undefined
  /** The words of the question or the name of the document. */
  readonly about: string
}

/** What the department disputed about this field; a field that is right as it is can be left so. */
export const PointNote = ({ caseId, point, about }: PointNoteProps) =>
  point === undefined ? null : (
    <div class="kern-alert kern-alert--warning">
      <div class="kern-alert__header">
        <span class="kern-icon kern-icon--warning" aria-hidden="true" />
        <p class="kern-title">Mangel laut Fachdienst: {point.text}</p>
      </div>
      <div class="kern-alert__body">
        <SettleForm caseId={caseId} about={point.about} label="Bleibt so" spoken={about} />
      </div>
    </div>
  )
