import { fieldAnchor } from '../../casework/pages/attention.js'
import { Findings, Notices } from '../../casework/pages/findings.js'
import { Fees, leftText, Missing } from '../../casework/pages/result-panel.js'
import { VerdictLine, verdictName } from '../../casework/pages/verdict.js'
import { outcomeNames } from '../../precheck/consequences.js'
import type { Trial } from '../trial.js'

/** Always in view: how the case would stand, and what a clerk would ask next and why. */
export function TrialResult({ trial }: { readonly trial: Trial }) {
  const { precheck, mostLeft } = trial
  return (
    <aside class="ergebnis" id="ergebnis" aria-label="Ergebnis der Vorprüfung" tabIndex={0}>
      <section>
        <h2>Vorprüfung</h2>
        <VerdictLine verdict={precheck.verdict} />
        <p>{leftText(precheck, mostLeft)}</p>
        <p class="kern-sr-only" role="status">
          Vorprüfung: {verdictName(precheck.verdict)}. {leftText(precheck, mostLeft)}
        </p>
        {precheck.verdict === 'open' && (
          <p class="leise">
            Möglich sind noch: {precheck.possible.map((one) => outcomeNames[one]).join(', ')}.
          </p>
        )}
        <Findings findings={precheck.findings} />
      </section>
      <Next trial={trial} />
      <Missing precheck={precheck} />
      <Fees precheck={precheck} />
      <Notices findings={precheck.findings} />
    </aside>
  )
}

function Next({ trial: { precheck, ruleSet } }: { readonly trial: Trial }) {
  const { next } = precheck
  const question = ruleSet.compiled.ruleSet.questions.find(({ id }) => id === next?.question)
  if (next === null || question === undefined) return null
  return (
    <section>
      <h3>Als Nächstes gefragt</h3>
      <p>
        <a class="kern-link" href={`#${fieldAnchor({ kind: 'question', id: question.id })}`}>
          {question.text}
        </a>
      </p>
      {question.why && <p>{question.why}</p>}
      <ul class="folgen">
        {next.because.split('; ').map((clause) => (
          <li key={clause}>{clause}</li>
        ))}
      </ul>
    </section>
  )
}
