import type { Checklist } from '../checklist.js'
import { isAtTheOffice } from '../life-cycle.js'
import { PointLink } from './point-link.js'

/** What the move to another rule set left to be confirmed: each answer leads to its question, or is settled here. */
export function AnswersToCheck({ checklist }: { readonly checklist: Checklist }) {
  const { caseFile, ruleSet } = checklist
  if (caseFile.toCheck.length === 0 || !isAtTheOffice(caseFile.state)) return null
  const textOf = (id: string) => ruleSet.compiled.ruleSet.questions.find((one) => one.id === id)?.text ?? ''
  return (
    <section class="kern-alert kern-alert--warning" id="zu-pruefen" aria-labelledby="zu-pruefen-titel">
      <div class="kern-alert__header">
        <span class="kern-icon kern-icon--warning" aria-hidden="true" />
        <h2 class="kern-title" id="zu-pruefen-titel">
          Nach dem neuen Regelwerk zu prüfen
        </h2>
      </div>
      <div class="kern-alert__body">
        <ul class="kern-list">
          {caseFile.toCheck.map(({ question, text }) => (
            <li key={question}>
              <PointLink
                checklist={checklist}
                about={{ kind: 'question', id: question }}
                words={`${textOf(question)} – ${text}`}
              />
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
