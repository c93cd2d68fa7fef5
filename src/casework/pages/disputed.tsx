import type { CaseFile, Deficiency } from '../case-file.js'
import { SettleForm } from './settle-form.js'

/** Why the department gave the case back: each point leads to its field, or is settled here. */
export function Disputed({ caseFile }: { readonly caseFile: CaseFile }) {
  if (caseFile.state !== 'returned') return null
  return (
    <div class="kern-alert kern-alert--warning" id="rueckgabe">
      <div class="kern-alert__header">
        <span class="kern-icon kern-icon--warning" aria-hidden="true" />
        <h2 class="kern-title">Vom Fachdienst zurückgegeben</h2>
      </div>
      <div class="kern-alert__body">
        {caseFile.deficiencies.length === 0 ? (
          <p class="kern-body">Alle Punkte sind erledigt. Der Vorgang kann wieder übergeben werden.</p>
        ) : (
          <ul class="kern-list">
            {caseFile.deficiencies.map((point) => (
              <li key={`${point.about.kind}:${point.about.id}`}>
                <Point caseId={caseFile.id} point={point} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

function Point({ caseId, point: { about, text } }: { readonly caseId: string; readonly point: Deficiency }) {
  if (about.kind !== 'rule')
    return (
      <a class="kern-link" href={`#${about.kind === 'question' ? 'frage' : 'nachweis'}-${about.id}`}>
        {text}
      </a>
    )
  return (
    <>
      {text} <SettleForm caseId={caseId} about={about} label="Erledigt" spoken={text} />
    </>
  )
}
