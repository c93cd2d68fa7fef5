import type { ComponentChildren } from 'preact'
import { Alert } from '../../web/alert.js'
import { Button } from '../../web/button.js'
import { CsrfField } from '../../web/csrf.js'
import { momentText } from '../../web/format.js'
import { paths } from '../../web/paths.js'
import type { RuleRelease } from '../rule-release.js'
import type { ReleasePageProps } from './release.page.js'
import { TextArea } from './text-area.js'

/** The first signature: the file as it is now, with what changed and why. */
export const ProposeForm = ({ overview, note, refused }: ReleasePageProps) => (
  <form method="post" action={paths.release(overview.id)} class="formular">
    <CsrfField />
    <input type="hidden" name="sha256" value={overview.sha256} />
    <TextArea
      id="note"
      label="Änderungsvermerk"
      hint="Was sich ändert und warum, mit Fundstelle. Vorgeschlagen ist, was sich im Ergebnis und am Wortlaut ändert."
      text={note}
      rows={8}
      most={4000}
      error={refused?.place === 'note' ? refused.message : undefined}
    />
    <Button>Zur Freigabe vorschlagen</Button>
  </form>
)

interface ProposalProps {
  readonly open: RuleRelease
  /** The file is no longer the one that was proposed. */
  readonly isStale: boolean
}

/** A proposal that waits for the second signature. */
export const Proposal = ({ open, isStale }: ProposalProps) => (
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
)

type OpenProps = ReleasePageProps & { readonly open: RuleRelease }

/** What the person in front of the page may do with the proposal: their own, or that of another author. */
export const DecideForms = (props: OpenProps) =>
  props.open.proposedBy === props.staffId ? (
    <OwnProposal {...props} />
  ) : (
    <Decide {...props} isStale={props.open.sha256 !== props.overview.sha256} />
  )

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
