import { fieldAnchor } from '../../casework/pages/attention.js'
import { Notices } from '../../casework/pages/findings.js'
import { Fees, leftText, Missing, VerdictSection } from '../../casework/pages/result-panel.js'
import { verdictName } from '../../precheck/outcome-names.js'
import type { Trial } from '../trial.js'

/** Always in view: how the case would stand, and what a clerk would ask next and why. */
export function TrialResult({ trial }: { readonly trial: Trial }) {
  const { precheck, mostLeft } = trial
  return (
    <aside class="ergebnis" id="ergebnis" aria-label="Ergebnis der Vorprüfung" tabIndex={0}>
      <VerdictSection
        precheck={precheck}
        mostLeft={mostLeft}
        announcement={`Vorprüfung: ${verdictName(precheck.verdict)}. ${leftText(precheck, mostLeft)}`}
      />
      <Next trial={trial} />
      <Missing precheck={precheck} />
      <Fees precheck={precheck} />
      <Notices findings={precheck.findings} />
    </aside>
  )
}

function Next({ trial: { precheck, because, ruleSet } }: { readonly trial: Trial }) {
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
        {because.map((clause) => (
          <li key={clause}>{clause}</li>
        ))}
      </ul>
    </section>
  )
}
