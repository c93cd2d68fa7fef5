import { dayInWords } from '../../precheck/answer-in-words.js'
import type { RuleChange } from '../../precheck/rule-change.js'
import { Button } from '../../web/button.js'
import { CsrfField } from '../../web/csrf.js'
import { paths } from '../../web/paths.js'
import type { Checklist, PossibleMove } from '../checklist.js'
import { differences } from '../moved-over.js'
import { moveOverSummary, resultInWords } from './move-over-words.js'

/** Another rule set is in force than the one of this case: what it would mean, and the step to it. Leaving it is none. */
export function MoveOverNotice({ checklist }: { readonly checklist: Checklist }) {
  const { moveOver, ruleSet } = checklist
  if (moveOver === null) return null
  return (
    <section class="kern-alert kern-alert--info" id="regelwerk" aria-labelledby="regelwerk-titel">
      <div class="kern-alert__header">
        <span class="kern-icon kern-icon--info" aria-hidden="true" />
        <h2 class="kern-title" id="regelwerk-titel">
          {titleOf(moveOver, ruleSet.inForceFrom)}
        </h2>
      </div>
      <div class="kern-alert__body">
        <p class="kern-body">{moveOverSummary(moveOver.change)}</p>
        <Details change={moveOver.change} />
        <MoveOverForm checklist={checklist} to={moveOver.to.id} />
      </div>
    </section>
  )
}

const titleOf = ({ to }: PossibleMove, current: string): string =>
  to.inForceFrom > current
    ? `Seit ${dayInWords(to.inForceFrom)} gilt ein neues Regelwerk`
    : `Für diesen Vorgang gilt das Regelwerk ab ${dayInWords(to.inForceFrom)}`

const Details = ({ change }: { readonly change: RuleChange }) => (
  <details class="beiseite" id="regelwerk-folgen">
    <summary>Was das für diesen Vorgang heißt</summary>
    <ul class="kern-list kern-list--bullet">
      {changesInWords(change).map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  </details>
)

const changesInWords = (change: RuleChange): string[] => [
  resultInWords(change),
  ...change.newQuestions.map(({ text, source }) => `Neu zu fragen: ${text} (${source})`),
  ...change.toCheck.map(
    ({ question, difference }) =>
      `Zu prüfen: ${question.text} – ${differences[difference]} (${question.source})`,
  ),
  ...change.dropped.map(({ text }) => `Zählt nicht mehr, bleibt im Verlauf: ${text}`),
  ...change.documentsNeeded.map(({ name, source }) => `Unterlage kommt hinzu: ${name} (${source})`),
  ...change.documentsNoLongerNeeded.map(({ name }) => `Unterlage entfällt: ${name}`),
]

interface MoveOverFormProps {
  readonly checklist: Checklist
  readonly to: string
}

const MoveOverForm = ({ checklist: { caseFile, ruleSet }, to }: MoveOverFormProps) => (
  <form method="post" action={paths.moveOver(caseFile.id)} class="umstellung">
    <CsrfField />
    <input type="hidden" name="to" value={to} />
    <input type="hidden" name="version" value={caseFile.version} />
    <Button look="secondary" small>
      Auf das neue Regelwerk umstellen
    </Button>
    <p class="leise">
      Ohne Umstellung bleibt es beim Regelwerk ab {dayInWords(ruleSet.inForceFrom)}; dafür ist nichts zu tun.
    </p>
  </form>
)
