import { eurosInWords } from '../../precheck/answer-in-words.js'
import { outcomeNames, verdictName } from '../../precheck/outcome-names.js'
import type { Precheck } from '../../precheck/precheck.js'
import { ButtonLink } from '../../web/button.js'
import { countText, timeText } from '../../web/format.js'
import { paths } from '../../web/paths.js'
import type { Checklist } from '../checklist.js'
import { isAtTheOffice } from '../life-cycle.js'
import { fieldAnchor, type Attention } from './attention.js'
import { Findings, Notices } from './findings.js'
import { QuestionPanel } from './question-panel.js'
import { TurningPointSection } from './turning-point.js'
import { VerdictLine } from './verdict.js'

interface ResultPanelProps {
  readonly checklist: Checklist
  readonly attention: Attention
}

/** Always in view: how the case stands, what is missing, and what the question in focus is about. */
export function ResultPanel({ checklist, attention }: ResultPanelProps) {
  const { precheck, mostLeft, caseFile } = checklist
  return (
    <aside class="ergebnis" id="ergebnis" aria-label="Ergebnis der Vorprüfung" tabIndex={0}>
      <VerdictSection
        precheck={precheck}
        mostLeft={mostLeft}
        announcement={announcement(precheck, mostLeft, caseFile.changedAt)}
      />
      <TurningPointSection checklist={checklist} />
      <Missing precheck={precheck} />
      <QuestionPanel checklist={checklist} questionId={explained(checklist, attention)} />
      <Fees precheck={precheck} />
      <div class="knopfzeile">
        {isAtTheOffice(caseFile.state) ? (
          <ButtonLink href={paths.review(caseFile.id)}>Prüfen und übergeben</ButtonLink>
        ) : (
          <ButtonLink href={paths.history(caseFile.id)} look="secondary">
            Zum Verlauf
          </ButtonLink>
        )}
      </div>
      <Notices findings={precheck.findings} />
    </aside>
  )
}

interface VerdictSectionProps {
  readonly precheck: Precheck
  readonly mostLeft: number
  /** What a screen reader says after each change. */
  readonly announcement: string
}

/** How the case stands, what it can still become, and what was found. */
export const VerdictSection = ({ precheck, mostLeft, announcement }: VerdictSectionProps) => (
  <section>
    <h2>Vorprüfung</h2>
    <VerdictLine verdict={precheck.verdict} />
    <p>{leftText(precheck, mostLeft)}</p>
    <p class="kern-sr-only" role="status">
      {announcement}
    </p>
    {precheck.verdict === 'open' && (
      <p class="leise">Möglich sind noch: {precheck.possible.map((one) => outcomeNames[one]).join(', ')}.</p>
    )}
    <Findings findings={precheck.findings} />
  </section>
)

/** "Noch höchstens 3 Fragen" */
export function leftText({ verdict }: Precheck, mostLeft: number): string {
  const count = countText(mostLeft, 'Frage', 'Fragen')
  if (mostLeft === 0) return 'Keine Frage ist mehr offen.'
  return verdict === 'open'
    ? `Noch höchstens ${count}.`
    : `Das Ergebnis steht fest; noch höchstens ${count} zu Unterlagen und Gebühren.`
}

/** Heard after each answer; short, because it is heard after each answer. */
const announcement = ({ verdict }: Precheck, mostLeft: number, changedAt: string): string =>
  `Gespeichert ${timeText(changedAt)}. Vorprüfung: ${verdictName(verdict)}. ` +
  (mostLeft === 0
    ? 'Keine Frage ist mehr offen.'
    : `Noch höchstens ${countText(mostLeft, 'Frage', 'Fragen')}.`)

/** In a case that has left the office nothing is asked, so only what was asked for is explained. */
function explained({ precheck, caseFile }: Checklist, { explained, open }: Attention): string | undefined {
  const next = isAtTheOffice(caseFile.state) ? precheck.next?.question : undefined
  return explained ?? (open?.kind === 'question' ? open.id : undefined) ?? next
}

export function Missing({ precheck: { documents } }: { readonly precheck: Precheck }) {
  const missing = documents.filter(({ state }) => state === 'missing')
  if (missing.length === 0) return null
  return (
    <section>
      <h3>Es {missing.length === 1 ? 'fehlt' : 'fehlen'}</h3>
      <ul>
        {missing.map(({ id, name, reason, source }) => (
          <li key={id}>
            <a class="kern-link" href={`#${fieldAnchor({ kind: 'document', id })}`}>
              {name}
            </a>
            {reason && ` (${reason})`}
            <span class="quelle">{source}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Fees({ precheck: { fees, fee } }: { readonly precheck: Precheck }) {
  if (fees.length === 0) return null
  return (
    <section>
      <h3>Gebühr: {fee === null ? 'vor Ort nachsehen' : eurosInWords(fee)}</h3>
      <ul>
        {fees.map(({ id, name, amount, source }) => (
          <li key={id}>
            {name ?? 'Gebühr'}: {amount === null ? 'Betrag vor Ort nachsehen' : eurosInWords(amount)}
            <span class="quelle">{source}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
