import type { ComponentChildren } from 'preact'
import { Alert } from '../../web/alert.js'
import { Button } from '../../web/button.js'
import { CsrfField } from '../../web/csrf.js'
import { ErrorSummary } from '../../web/error-summary.js'
import { errorId } from '../../web/field/field-props.js'
import { momentText } from '../../web/format.js'
import { paths } from '../../web/paths.js'
import type { RuleRelease } from '../rule-release.js'
import type { ReleasePageProps } from './release.page.js'

/** The first signature: the file as it is now, with what changed and why. */
export const ProposeForm = ({ overview, note, refused }: ReleasePageProps) => (
  <form method="post" action={paths.release(overview.id)} class="formular">
    <CsrfField />
    <input type="hidden" name="sha256" value={overview.sha256} />
    <TextArea
      id="note"
      label="Änderungsvermerk"
      hint="Was sich ändert und warum, mit Fundstelle. Vorgeschlagen ist, was sich am Wortlaut geändert hat."
      text={note}
      rows={8}
      most={4000}
      error={refused?.place === 'note' ? refused.message : undefined}
    />
    <Button>Zur Freigabe vorschlagen</Button>
  </form>
)

/** A proposal that waits for the second signature. */
export function OpenProposal(props: ReleasePageProps & { readonly open: RuleRelease }) {
  const { open, overview, staffId } = props
  const isStale = open.sha256 !== overview.sha256
  return (
    <>
      <Alert
        tone={isStale ? 'warning' : 'info'}
        title={`Vorgeschlagen am ${momentText(open.proposedAt)} von ${open.proposedByName}`}
      >
        <p class="kern-body zeilen">{open.note}</p>
        {isStale && (
          <p class="kern-body">
            Die Datei wurde seit dem Vorschlag geändert. Dieser Stand lässt sich nicht mehr freigeben: Der
            Vorschlag wird abgelehnt oder zurückgezogen, dann der neue Stand vorgeschlagen.
          </p>
        )}
      </Alert>
      {open.proposedBy === staffId ? <OwnProposal {...props} /> : <Decide {...props} isStale={isStale} />}
    </>
  )
}

type OpenProps = ReleasePageProps & { readonly open: RuleRelease }

const OwnProposal = ({ open }: OpenProps) => (
  <>
    <p class="kern-body">
      Freigeben muss eine andere Person (Vier-Augen-Prinzip). Sie können Ihren Vorschlag zurückziehen.
    </p>
    <StepForm open={open} step="zurueckziehen">
      <div class="knopfzeile">
        <Button look="secondary">Vorschlag zurückziehen</Button>
      </div>
    </StepForm>
  </>
)

const Decide = ({ open, isStale, reason = '', refused }: OpenProps & { readonly isStale: boolean }) => (
  <>
    {!isStale && (
      <StepForm open={open} step="freigeben">
        <p class="kern-body">
          Beim Freigeben lässt der Server alle Beispiele noch einmal laufen; das dauert einige Sekunden.
        </p>
        <div class="knopfzeile">
          <Button>Freigeben</Button>
        </div>
      </StepForm>
    )}
    <StepForm open={open} step="ablehnen">
      <div class="formular">
        <TextArea
          id="reason"
          label="Grund der Ablehnung"
          text={reason}
          rows={3}
          most={1000}
          error={refused?.place === 'reason' ? refused.message : undefined}
        />
        <Button look="secondary">Ablehnen</Button>
      </div>
    </StepForm>
  </>
)

interface StepFormProps {
  readonly open: RuleRelease
  readonly step: 'freigeben' | 'ablehnen' | 'zurueckziehen'
  readonly children: ComponentChildren
}

const StepForm = ({ open, step, children }: StepFormProps) => (
  <form method="post" action={paths.decideRelease(open.ruleSet, open.id, step)}>
    <CsrfField />
    {children}
  </form>
)

interface TextAreaProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly text: string
  readonly rows: number
  readonly most: number
  readonly error: string | undefined
}

const TextArea = ({ id, label, hint, text, rows, most, error }: TextAreaProps) => (
  <div class={`kern-form-input${error ? ' kern-form-input--error' : ''}`}>
    {error && <ErrorSummary errors={[{ place: id, message: error }]} />}
    <label class="kern-label" for={id}>
      {label}
    </label>
    {hint && (
      <div class="kern-hint" id={`${id}-hinweis`}>
        {hint}
      </div>
    )}
    <textarea
      class={`kern-form-input__input feld--breit${error ? ' kern-form-input__input--error' : ''}`}
      id={id}
      name={id}
      rows={rows}
      maxLength={most}
      aria-describedby={
        [hint && `${id}-hinweis`, error && errorId(id)].filter(Boolean).join(' ') || undefined
      }
      aria-invalid={error ? true : undefined}
      value={text}
    />
    {error && (
      <p class="kern-error" id={errorId(id)}>
        <span class="kern-icon kern-icon--danger" aria-hidden="true" />
        <span class="kern-body">{error}</span>
      </p>
    )}
  </div>
)
