import type { Frame } from '../../cooperation/frame.js'
import { dayInWords } from '../../precheck/answer-in-words.js'
import { Alert } from '../../web/alert.js'
import { CsrfField, CsrfToken } from '../../web/csrf.js'
import { ErrorSummary } from '../../web/error-summary.js'
import { paths } from '../../web/paths.js'
import type { RuleSetOverview } from '../rule-set-overview.js'
import type { TrialRun } from '../run-trial.js'
import type { ExampleDraft } from '../trial-example.js'
import { RuleSetFrame } from './rule-set-frame.js'
import { TrialDay } from './trial-day.js'
import { TrialExample } from './trial-example.js'
import { TrialHidden } from './trial-hidden.js'
import { controlOf, TrialQuestions } from './trial-questions.js'
import { TrialDocuments } from './trial-documents.js'
import { TrialResult } from './trial-result.js'

export interface TrialView extends TrialRun {
  /** The name that the example has got so far. */
  readonly name: string
  readonly nameError?: string | undefined
  /** Once the author has asked for it. */
  readonly example?: ExampleDraft | undefined
}

/** "Probelauf": the checklist as a clerk sees it, without a citizen; everything travels in its form. */
export const TrialPage = ({
  viewer,
  csrf,
  overview,
  view,
}: Frame & { readonly overview: RuleSetOverview; readonly view: TrialView }) => (
  <RuleSetFrame viewer={viewer} csrf={csrf} overview={overview} at="trial" live>
    <p class="leise">
      Nichts davon wird gespeichert. Bitte keine Angaben zu wirklichen Personen: Was hier steht, kann ein
      Beispiel werden.
    </p>
    <TrialForm {...view} />
  </RuleSetFrame>
)

/** The same without its frame: what htmx puts in place after a change. */
export const TrialFragment = ({ csrf, view }: Pick<Frame, 'csrf'> & { readonly view: TrialView }) => (
  <CsrfToken.Provider value={csrf}>
    <TrialForm {...view} />
  </CsrfToken.Provider>
)

function TrialForm(view: TrialView) {
  const { trial, errors } = view
  const action = paths.trial(trial.ruleSet.id)
  return (
    <form
      id="probelauf"
      method="post"
      action={action}
      noValidate
      hx-post={action}
      hx-trigger="change"
      hx-target="#probelauf"
      hx-swap="outerMorph"
      hx-sync="#probelauf:queue last"
    >
      <CsrfField />
      <ErrorSummary
        errors={[...errors].map(([place, { message }]) => ({ place: controlOf(place), message }))}
      />
      <TrialDay trial={trial} errors={errors} />
      <OtherRuleSet {...view} />
      <div class="checkliste">
        <div id="fragen">
          <TrialQuestions trial={trial} errors={errors} />
          <TrialDocuments trial={trial} errors={errors} />
          <TrialHidden trial={trial} />
        </div>
        <TrialResult trial={trial} />
      </div>
      <TrialExample {...view} />
    </form>
  )
}

/** A clerk would get another rule set on this day: worth knowing, and no obstacle. */
function OtherRuleSet({ trial: { ruleSet, input }, atTheCounter }: TrialView) {
  if (atTheCounter === ruleSet.id) return null
  const day = dayInWords(input.today)
  return (
    <Alert
      tone="info"
      title={
        atTheCounter === null
          ? `Am ${day} ist kein Regelwerk dieser Leistung in Kraft.`
          : `Am ${day} gilt am Schalter ${atTheCounter}.`
      }
    >
      <p class="kern-body">Der Probelauf rechnet mit {ruleSet.id}.</p>
    </Alert>
  )
}
