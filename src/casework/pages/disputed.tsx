import type { Deficiency } from '../case-file.js'
import type { Checklist } from '../checklist.js'
import { isAtTheOffice } from '../life-cycle.js'
import { pointName } from '../point-name.js'
import { PointLink } from './point-link.js'

/** Where the page tells of it. */
export const disputedAnchor = 'rueckgabe'

/** Why the department gave the case back: each point leads to its field, or is settled here. */
export function Disputed({ checklist }: { readonly checklist: Checklist }) {
  const { state, deficiencies } = checklist.caseFile
  if (!isAtTheOffice(state) || (state !== 'returned' && deficiencies.length === 0)) return null
  return (
    <div class="kern-alert kern-alert--warning" id={disputedAnchor}>
      <div class="kern-alert__header">
        <span class="kern-icon kern-icon--warning" aria-hidden="true" />
        <h2 class="kern-title">Vom Fachdienst zurückgegeben</h2>
      </div>
      <div class="kern-alert__body">
        {deficiencies.length === 0 ? (
          <p class="kern-body">Alle Punkte sind erledigt. Der Vorgang kann wieder übergeben werden.</p>
        ) : (
          <ul class="kern-list">
            {deficiencies.map((point) => (
              <li key={`${point.about.kind}:${point.about.id}`}>
                <PointLink
                  checklist={checklist}
                  about={point.about}
                  words={[nameOf(point.about, checklist), point.text].filter(Boolean).join(' – ')}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

/** A question by its text, a document by its name, a rule by what it found; one that finds nothing any more has none. */
const nameOf = (about: Deficiency['about'], { ruleSet, precheck }: Checklist): string | undefined =>
  about.kind === 'rule'
    ? precheck.findings.find(({ rule }) => rule === about.id)?.say
    : pointName(ruleSet.compiled.ruleSet, about)
